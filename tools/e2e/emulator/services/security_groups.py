"""Security groups and their rules, in the group or apart."""

from ..resource import Made, creates, deletes, updates
from .network import tags

EVERYWHERE = {"0.0.0.0/0", "::/0"}


def close(c, group_id):
    """Takes away what AWS gives to a group without rules: everything may leave, by each family that the VPC has."""
    found = c("ec2", "describe_security_groups", GroupIds=[group_id])["SecurityGroups"][0]["IpPermissionsEgress"]
    free = [item for item in found if item["IpProtocol"] == "-1" and is_free([*item["IpRanges"], *item["Ipv6Ranges"]])]
    if free:
        c("ec2", "revoke_security_group_egress", GroupId=group_id, IpPermissions=free)


def is_free(ranges):
    blocks = {r.get("CidrIp") or r.get("CidrIpv6") for r in ranges}
    return blocks != set() and blocks <= EVERYWHERE and not any("Description" in r for r in ranges)


def permission(rule, peer):
    """A rule of a template as EC2 takes it; `peer`: "Source" or "Destination"."""
    described = {"Description": rule["Description"]} if "Description" in rule else {}
    found = {"IpProtocol": str(rule["IpProtocol"])}
    if "FromPort" in rule:
        found.update(FromPort=rule["FromPort"], ToPort=rule["ToPort"])
    if rule.get("CidrIp"):
        found["IpRanges"] = [{"CidrIp": rule["CidrIp"], **described}]
    if rule.get("CidrIpv6"):
        found["Ipv6Ranges"] = [{"CidrIpv6": rule["CidrIpv6"], **described}]
    if rule.get(f"{peer}PrefixListId"):
        found["PrefixListIds"] = [{"PrefixListId": rule[f"{peer}PrefixListId"], **described}]
    if rule.get(f"{peer}SecurityGroupId"):
        found["UserIdGroupPairs"] = [{"GroupId": rule[f"{peer}SecurityGroupId"], **described}]
    return [found]


@creates("AWS::EC2::SecurityGroup")
def group(c, p):
    name = p.get("GroupName") or c.name(255)
    made = c("ec2", "create_security_group", tags("security-group", p), GroupName=name, Description=p["GroupDescription"], VpcId=p.get("VpcId"))["GroupId"]
    rules(c, made, p)
    return Made(made, GroupId=made, VpcId=p.get("VpcId"))


def rules(c, group_id, p):
    for rule in p.get("SecurityGroupIngress", []):
        c("ec2", "authorize_security_group_ingress", GroupId=group_id, IpPermissions=permission(rule, "Source"))
    if "SecurityGroupEgress" in p:
        close(c, group_id)
        for rule in p["SecurityGroupEgress"]:
            c("ec2", "authorize_security_group_egress", GroupId=group_id, IpPermissions=permission(rule, "Destination"))


@deletes("AWS::EC2::SecurityGroup")
def delete_group(c, made, p):
    c("ec2", "delete_security_group", GroupId=made.physical_resource_id)


@creates("AWS::EC2::SecurityGroupIngress")
def ingress(c, p):
    c("ec2", "authorize_security_group_ingress", GroupId=p["GroupId"], IpPermissions=permission(p.without(), "Source"))
    return Made(c.name())


@deletes("AWS::EC2::SecurityGroupIngress")
def delete_ingress(c, made, p):
    c("ec2", "revoke_security_group_ingress", GroupId=p["GroupId"], IpPermissions=permission(p, "Source"))


@creates("AWS::EC2::SecurityGroupEgress")
def egress(c, p):
    # It is gone as soon as a rule is made apart from the group (aws-cdk issue 987).
    close(c, p["GroupId"])
    c("ec2", "authorize_security_group_egress", GroupId=p["GroupId"], IpPermissions=permission(p.without(), "Destination"))
    return Made(c.name())


@deletes("AWS::EC2::SecurityGroupEgress")
def delete_egress(c, made, p):
    c("ec2", "revoke_security_group_egress", GroupId=p["GroupId"], IpPermissions=permission(p, "Destination"))
