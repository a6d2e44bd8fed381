"""The firewall of a network: one endpoint in each of its subnets."""

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
        )
        endpoints.append(f"{subnet['AvailabilityZone']}:{endpoint['VpcEndpoint']['VpcEndpointId']}")
    return Made(made["FirewallArn"], FirewallArn=made["FirewallArn"], EndpointIds=endpoints)


@deletes("AWS::NetworkFirewall::Firewall")
def delete_firewall(c, made, p):
    c("ec2", "delete_vpc_endpoints", VpcEndpointIds=[item.split(":")[1] for item in made.attributes["EndpointIds"]])
    c("network-firewall", "delete_firewall", FirewallArn=made.physical_resource_id)
