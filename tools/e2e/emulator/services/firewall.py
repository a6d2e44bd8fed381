"""The firewall of a network: one endpoint in each of its subnets."""

from moto.ec2.models import ec2_backends
from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachment as Attachment
from moto.networkfirewall.models import networkfirewall_backends

from ..resource import Made, creates, deletes


@creates("AWS::NetworkFirewall::Firewall")
def firewall(c, p):
    made = c("network-firewall", "create_firewall", p.without())["Firewall"]
    endpoints = []
    for mapping in p.get("SubnetMappings", []):
        subnet = c("ec2", "describe_subnets", SubnetIds=[mapping["SubnetId"]])["Subnets"][0]
        endpoint = c(
            "ec2",
            "create_vpc_endpoint",
            VpcEndpointType="GatewayLoadBalancer",
            VpcId=p["VpcId"],
            SubnetIds=[mapping["SubnetId"]],
            ServiceName=f"com.amazonaws.vpce.{c.region}.emulated-firewall",
            TagSpecifications=[{"ResourceType": "vpc-endpoint", "Tags": marks(made["FirewallArn"])}],
        )
        endpoints.append(f"{subnet['AvailabilityZone']}:{endpoint['VpcEndpoint']['VpcEndpointId']}")
    attributes = {"FirewallArn": made["FirewallArn"], "EndpointIds": endpoints}
    if "TransitGatewayId" in p:
        attributes["TransitGatewayAttachmentId"] = attachment(c, p, made["FirewallArn"])
    return Made(made["FirewallArn"], **attributes)


def attachment(c, p, firewall_arn):
    """A firewall at a hub has no network of its own that anybody sees: the service attaches it."""
    backend = ec2_backends[c.account][c.region]
    attached = Attachment(backend, firewall_arn, "network-function", backend.transit_gateways[p["TransitGatewayId"]])
    backend.transit_gateway_attachments[attached.id] = attached
    return attached.id


def marks(firewall_arn):
    """By these the service knows its endpoints."""
    return [{"Key": "AWSNetworkFirewallManaged", "Value": "true"}, {"Key": "Firewall", "Value": firewall_arn}]


@deletes("AWS::NetworkFirewall::Firewall")
def delete_firewall(c, made, p):
    c("ec2", "delete_vpc_endpoints", VpcEndpointIds=[item.split(":")[1] for item in made.attributes["EndpointIds"]])
    ec2_backends[c.account][c.region].transit_gateway_attachments.pop(made.attributes.get("TransitGatewayAttachmentId"), None)
    # moto has no call for it.
    networkfirewall_backends[c.account][c.region].firewalls.pop(made.physical_resource_id)


@creates("AWS::NetworkFirewall::LoggingConfiguration")
def logs(c, p):
    c("network-firewall", "update_logging_configuration", p.without())
    return Made(p["FirewallArn"])


@deletes("AWS::NetworkFirewall::LoggingConfiguration")
def delete_logs(c, made, p):
    empty = {"LogDestinationConfigs": []}
    c("network-firewall", "update_logging_configuration", FirewallArn=made.physical_resource_id, LoggingConfiguration=empty)
