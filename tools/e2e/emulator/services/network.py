"""VPCs: subnets, routes, network ACLs, endpoints, gateways."""

from moto.ec2.models import ec2_backends
from moto.s3.models import s3_backends

from ..resource import Made, by_call, creates, deletes, updates


def tags(kind, p):
    """Tags as EC2 takes them; none are left out, for it refuses an empty list."""
    return {"TagSpecifications": [{"ResourceType": kind, "Tags": p["Tags"]}]} if p.get("Tags") else {}


@creates("AWS::EC2::VPC")
def vpc(c, p):
    made = c("ec2", "create_vpc", p.without("EnableDnsSupport", "EnableDnsHostnames", "Tags"), tags("vpc", p))["Vpc"]
    for name in ("EnableDnsSupport", "EnableDnsHostnames"):
        if name in p:
            c("ec2", "modify_vpc_attribute", VpcId=made["VpcId"], **{name: {"Value": p[name]}})
    own = [{"Name": "vpc-id", "Values": [made["VpcId"]]}]
    group = c("ec2", "describe_security_groups", Filters=[*own, {"Name": "group-name", "Values": ["default"]}])
    acl = c("ec2", "describe_network_acls", Filters=[*own, {"Name": "default", "Values": ["true"]}])
    return Made(
        made["VpcId"],
        VpcId=made["VpcId"],
        CidrBlock=made["CidrBlock"],
        DefaultSecurityGroup=group["SecurityGroups"][0]["GroupId"],
        DefaultNetworkAcl=acl["NetworkAcls"][0]["NetworkAclId"],
    )


@deletes("AWS::EC2::VPC")
def delete_vpc(c, made, p):
    c("ec2", "delete_vpc", VpcId=made.physical_resource_id)


@creates("AWS::EC2::VPCCidrBlock")
def ipv6_block(c, p):
    asked = {"VpcId": p["VpcId"], "AmazonProvidedIpv6CidrBlock": True}
    made = c("ec2", "associate_vpc_cidr_block", asked)["Ipv6CidrBlockAssociation"]["AssociationId"]
    # moto gives blocks of Amazon's alone: what a pool gives is what the template states.
    own = ec2_backends[c.account][c.region].get_vpc(p["VpcId"])._cidr_block_association_set
    own[made].update(cidr_block=p["Ipv6CidrBlock"], ipv6_pool=p["Ipv6IpamPoolId"])
    return Made(made, Id=made)


@deletes("AWS::EC2::VPCCidrBlock")
def delete_ipv6_block(c, made, p):
    # moto's own call takes away the local routes of the block that it gave, which is another one.
    own = ec2_backends[c.account][c.region].get_vpc(p["VpcId"])
    own._cidr_block_association_set.pop(made.physical_resource_id)


@creates("AWS::EC2::Subnet")
def subnet(c, p):
    settings = ("MapPublicIpOnLaunch", "AssignIpv6AddressOnCreation")
    made = c("ec2", "create_subnet", p.without(*settings, "Tags"), tags("subnet", p))["Subnet"]
    for name in settings:
        if name in p:
            c("ec2", "modify_subnet_attribute", SubnetId=made["SubnetId"], **{name: {"Value": p[name]}})
    return Made(made["SubnetId"], SubnetId=made["SubnetId"], AvailabilityZone=made["AvailabilityZone"], VpcId=made["VpcId"])


@deletes("AWS::EC2::Subnet")
def delete_subnet(c, made, p):
    c("ec2", "delete_subnet", SubnetId=made.physical_resource_id)


@creates("AWS::EC2::RouteTable")
def route_table(c, p):
    made = c("ec2", "create_route_table", tags("route-table", p), VpcId=p["VpcId"])["RouteTable"]["RouteTableId"]
    return Made(made, RouteTableId=made)


@deletes("AWS::EC2::RouteTable")
def delete_route_table(c, made, p):
    c("ec2", "delete_route_table", RouteTableId=made.physical_resource_id)


by_call(
    "AWS::EC2::SubnetRouteTableAssociation",
    "ec2.associate_route_table",
    "AssociationId",
    delete=("disassociate_route_table", "AssociationId"),
)


@creates("AWS::EC2::Route")
def route(c, p):
    c("ec2", "create_route", p.without())
    return Made(f"{p['RouteTableId']}|{p.get('DestinationCidrBlock') or p['DestinationIpv6CidrBlock']}")


@updates("AWS::EC2::Route")
def change_route(c, made, p):
    c("ec2", "replace_route", p.without())


@deletes("AWS::EC2::Route")
def delete_route(c, made, p):
    table, block = made.physical_resource_id.split("|")
    family = "DestinationIpv6CidrBlock" if ":" in block else "DestinationCidrBlock"
    c("ec2", "delete_route", RouteTableId=table, **{family: block})


@creates("AWS::EC2::NetworkAcl")
def acl(c, p):
    made = c("ec2", "create_network_acl", tags("network-acl", p), VpcId=p["VpcId"])["NetworkAcl"]["NetworkAclId"]
    # What AWS shows as "*" at the end of every list, and moto gives to default ones only.
    for egress in (True, False):
        write(c, made, {"RuleNumber": 32767, "Protocol": -1, "RuleAction": "deny", "CidrBlock": "0.0.0.0/0", "Egress": egress})
    return Made(made, Id=made)


def acl_of(c, acl_id):
    return c("ec2", "describe_network_acls", NetworkAclIds=[acl_id])["NetworkAcls"][0]


@deletes("AWS::EC2::NetworkAcl")
def delete_acl(c, made, p):
    c("ec2", "delete_network_acl", NetworkAclId=made.physical_resource_id)


@creates("AWS::EC2::NetworkAclEntry")
def entry(c, p):
    write(c, p["NetworkAclId"], p)
    return Made(f"{p['NetworkAclId']}|{p['RuleNumber']}|{is_egress(p)}")


def write(c, acl_id, p):
    # Half of a landing zone's network is made of entries: the backend itself takes a hundredth of the time of a call.
    ports, icmp = p.get("PortRange"), p.get("Icmp")
    ec2_backends[c.account][c.region].create_network_acl_entry(
        acl_id,
        int(p["RuleNumber"]),
        str(p["Protocol"]),
        p["RuleAction"],
        is_egress(p),
        p.get("CidrBlock"),
        int(icmp["Code"]) if icmp else None,
        int(icmp["Type"]) if icmp else None,
        int(ports["From"]) if ports else None,
        int(ports["To"]) if ports else None,
        p.get("Ipv6CidrBlock"),
    )


def is_egress(p):
    return str(p.get("Egress", False)).lower() == "true"


@updates("AWS::EC2::NetworkAclEntry")
def change_entry(c, made, p):
    delete_entry(c, made, p)
    write(c, p["NetworkAclId"], p)


@deletes("AWS::EC2::NetworkAclEntry")
def delete_entry(c, made, p):
    acl_id, number, egress = made.physical_resource_id.split("|")
    ec2_backends[c.account][c.region].delete_network_acl_entry(acl_id, int(number), egress == "True")


@creates("AWS::EC2::SubnetNetworkAclAssociation")
def acl_association(c, p):
    filters = [{"Name": "association.subnet-id", "Values": [p["SubnetId"]]}]
    for found in c("ec2", "describe_network_acls", Filters=filters)["NetworkAcls"]:
        for association in found["Associations"]:
            if association["SubnetId"] == p["SubnetId"]:
                old = association["NetworkAclAssociationId"]
    answer = c("ec2", "replace_network_acl_association", AssociationId=old, NetworkAclId=p["NetworkAclId"])
    return Made(answer["NewAssociationId"], AssociationId=answer["NewAssociationId"])


@deletes("AWS::EC2::SubnetNetworkAclAssociation")
def delete_acl_association(c, made, p):
    vpc_id = acl_of(c, p["NetworkAclId"])["VpcId"]
    filters = [{"Name": "vpc-id", "Values": [vpc_id]}, {"Name": "default", "Values": ["true"]}]
    default = c("ec2", "describe_network_acls", Filters=filters)["NetworkAcls"][0]["NetworkAclId"]
    c("ec2", "replace_network_acl_association", AssociationId=made.physical_resource_id, NetworkAclId=default)


@creates("AWS::EC2::InternetGateway")
def internet_gateway(c, p):
    made = c("ec2", "create_internet_gateway", tags("internet-gateway", p))["InternetGateway"]["InternetGatewayId"]
    return Made(made, InternetGatewayId=made)


@deletes("AWS::EC2::InternetGateway")
def delete_internet_gateway(c, made, p):
    c("ec2", "delete_internet_gateway", InternetGatewayId=made.physical_resource_id)


@creates("AWS::EC2::VPCGatewayAttachment")
def gateway_attachment(c, p):
    c("ec2", "attach_internet_gateway", p.without())
    return Made(f"IGW|{p['VpcId']}")


@deletes("AWS::EC2::VPCGatewayAttachment")
def delete_gateway_attachment(c, made, p):
    c("ec2", "detach_internet_gateway", p.without())


@creates("AWS::EC2::EIP")
def address(c, p):
    made = c("ec2", "allocate_address", p.without("Tags"), tags("elastic-ip", p))
    return Made(made["PublicIp"], AllocationId=made["AllocationId"], PublicIp=made["PublicIp"])


@deletes("AWS::EC2::EIP")
def delete_address(c, made, p):
    c("ec2", "release_address", AllocationId=made.attributes["AllocationId"])


@creates("AWS::EC2::NatGateway")
def nat_gateway(c, p):
    made = c("ec2", "create_nat_gateway", p.without("Tags"), tags("natgateway", p))["NatGateway"]["NatGatewayId"]
    return Made(made, NatGatewayId=made)


@deletes("AWS::EC2::NatGateway")
def delete_nat_gateway(c, made, p):
    c("ec2", "delete_nat_gateway", NatGatewayId=made.physical_resource_id)


@creates("AWS::EC2::VPCEndpoint")
def endpoint(c, p):
    made = c("ec2", "create_vpc_endpoint", p.without("Tags"), tags("vpc-endpoint", p))["VpcEndpoint"]
    # moto puts the zone's id behind a colon here only for some endpoints; CloudFormation always gives "zone:name".
    names = [f"Z00000EMULATOR:{item['DnsName']}" for item in made.get("DnsEntries", []) if "DnsName" in item]
    return Made(made["VpcEndpointId"], Id=made["VpcEndpointId"], DnsEntries=names)


@updates("AWS::EC2::VPCEndpoint")
def change_endpoint(c, made, p):
    c("ec2", "modify_vpc_endpoint", VpcEndpointId=made.physical_resource_id, PolicyDocument=p.get("PolicyDocument"))


@deletes("AWS::EC2::VPCEndpoint")
def delete_endpoint(c, made, p):
    c("ec2", "delete_vpc_endpoints", VpcEndpointIds=[made.physical_resource_id])


@creates("AWS::EC2::FlowLog")
def flow_log(c, p):
    destination = p.get("LogDestination")
    given = {**p.without("ResourceId", "Tags"), "ResourceIds": [p["ResourceId"]]}
    bucket = destination.split(":")[-1].split("/")[0] if p.get("LogDestinationType") == "s3" else None
    if bucket is not None and not exists(bucket):
        raise ValueError(f"LogDestination: {bucket} does not exist.")
    # For moto a flow log goes to a bucket of its own account, without a folder: it is told afterwards.
    if bucket is not None:
        given.update(LogDestinationType="cloud-watch-logs", LogDestination=None, LogGroupName="emulator", DeliverLogsPermissionArn="emulator")
    answer = c("ec2", "create_flow_logs", given, tags("vpc-flow-log", p))
    if bucket is not None and answer["FlowLogIds"]:
        made = ec2_backends[c.account][c.region].flow_logs[answer["FlowLogIds"][0]]
        made.log_destination_type, made.log_destination = "s3", destination
        made.log_group_name, made.deliver_logs_permission_arn = None, None
        made.deliver_logs_status, made.deliver_logs_error_message = "SUCCESS", None
    if answer.get("Unsuccessful"):
        raise ValueError(answer["Unsuccessful"][0]["Error"]["Message"])
    return Made(answer["FlowLogIds"][0], Id=answer["FlowLogIds"][0])


def exists(bucket):
    return any(bucket in partitions["aws"].buckets for partitions in list(s3_backends.values()))


@deletes("AWS::EC2::FlowLog")
def delete_flow_log(c, made, p):
    c("ec2", "delete_flow_logs", FlowLogIds=[made.physical_resource_id])
