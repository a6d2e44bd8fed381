"""Pools of addresses (IPAM), which moto does not have: enough of the interface to make them, read them back and take them away."""

from ipaddress import ip_network

from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult
from moto.ec2.responses import EC2Response
from moto.moto_api._internal import mock_random

from ..resource import Made, creates, deletes
from .network import tags


def books(response, kind):
    """What the account has of a kind in the region, by id."""
    backend = response.ec2_backend
    if not hasattr(backend, "address_books"):
        backend.address_books = {"ipam": {}, "ipam-pool": {}}
    return backend.address_books[kind]


def found(response, kind, given):
    known = books(response, kind)
    if given not in known:
        raise ServiceException("InvalidIpamPoolId.NotFound" if kind == "ipam-pool" else "InvalidIpamId.NotFound", f"{given} does not exist")
    return known[given]


def new_id(kind):
    return f"{kind}-{mock_random.get_random_hex(17)}"


def tags_of(response, kind):
    own = response._parse_tag_specification().get(kind, {})
    return [{"Key": key, "Value": value} for key, value in own.items()]


def create_ipam(self):
    made = {
        "IpamId": new_id("ipam"),
        "OwnerId": self.current_account,
        "IpamRegion": self.region,
        "Description": self._get_param("Description"),
        "OperatingRegions": self._get_param("OperatingRegions", []),
        "PrivateDefaultScopeId": new_id("ipam-scope"),
        "PublicDefaultScopeId": new_id("ipam-scope"),
        "Tier": self._get_param("Tier", "advanced"),
        "State": "create-complete",
        "Tags": tags_of(self, "ipam"),
    }
    books(self, "ipam")[made["IpamId"]] = made
    return ActionResult({"Ipam": made})


def describe_ipams(self):
    asked = self._get_param("IpamIds", [])
    return ActionResult({"Ipams": [one for key, one in books(self, "ipam").items() if not asked or key in asked]})


def delete_ipam(self):
    gone = found(self, "ipam", self._get_param("IpamId"))
    if any(pool["IpamScopeId"] == gone["PrivateDefaultScopeId"] for pool in books(self, "ipam-pool").values()):
        raise ServiceException("DependencyViolation", f"{gone['IpamId']} has pools")
    return ActionResult({"Ipam": books(self, "ipam").pop(gone["IpamId"])})


def create_ipam_pool(self):
    source = self._get_param("SourceIpamPoolId")
    if source:
        found(self, "ipam-pool", source)
    made = {
        "IpamPoolId": new_id("ipam-pool"),
        "OwnerId": self.current_account,
        "IpamScopeId": self._get_param("IpamScopeId"),
        "SourceIpamPoolId": source,
        "Locale": self._get_param("Locale"),
        "AddressFamily": self._get_param("AddressFamily"),
        "AutoImport": self._get_param("AutoImport"),
        "Description": self._get_param("Description"),
        "AllocationResourceTags": self._get_param("AllocationResourceTags", []),
        "State": "create-complete",
        "Tags": tags_of(self, "ipam-pool"),
        "blocks": [],
    }
    books(self, "ipam-pool")[made["IpamPoolId"]] = made
    return ActionResult({"IpamPool": made})


def describe_ipam_pools(self):
    asked = self._get_param("IpamPoolIds", [])
    return ActionResult({"IpamPools": [one for key, one in books(self, "ipam-pool").items() if not asked or key in asked]})


def provision_ipam_pool_cidr(self):
    """A block must lie in one of the source's, and overlap none of another pool of that source."""
    pool, block = found(self, "ipam-pool", self._get_param("IpamPoolId")), ip_network(self._get_param("Cidr"))
    source = pool["SourceIpamPoolId"]
    beside = [one for one in books(self, "ipam-pool").values() if one["SourceIpamPoolId"] == source]
    if source and not any(block.subnet_of(outer) for outer in found(self, "ipam-pool", source)["blocks"]):
        raise ServiceException("InvalidParameterValue", f"{block} does not lie in the source pool {source}")
    if any(block.overlaps(other) for one in beside for other in one["blocks"]):
        raise ServiceException("InvalidParameterValue", f"{block} overlaps a block that is provisioned")
    pool["blocks"].append(block)
    return ActionResult({"IpamPoolCidr": {"Cidr": str(block), "State": "provisioned"}})


def get_ipam_pool_cidrs(self):
    pool = found(self, "ipam-pool", self._get_param("IpamPoolId"))
    return ActionResult({"IpamPoolCidrs": [{"Cidr": str(block), "State": "provisioned"} for block in pool["blocks"]]})


def delete_ipam_pool(self):
    gone = found(self, "ipam-pool", self._get_param("IpamPoolId"))
    if any(one["SourceIpamPoolId"] == gone["IpamPoolId"] for one in books(self, "ipam-pool").values()):
        raise ServiceException("DependencyViolation", f"{gone['IpamPoolId']} is the source of other pools")
    return ActionResult({"IpamPool": books(self, "ipam-pool").pop(gone["IpamPoolId"])})


for operation in (
    create_ipam,
    describe_ipams,
    delete_ipam,
    create_ipam_pool,
    describe_ipam_pools,
    provision_ipam_pool_cidr,
    get_ipam_pool_cidrs,
    delete_ipam_pool,
):
    setattr(EC2Response, operation.__name__, operation)


@creates("AWS::EC2::IPAM")
def ipam(c, p):
    made = c("ec2", "create_ipam", p.without("Tags"), tags("ipam", p))["Ipam"]
    scopes = {name: made[name] for name in ("PrivateDefaultScopeId", "PublicDefaultScopeId")}
    return Made(made["IpamId"], IpamId=made["IpamId"], **scopes)


@deletes("AWS::EC2::IPAM")
def remove_ipam(c, made, p):
    c("ec2", "delete_ipam", IpamId=made.physical_resource_id)


@creates("AWS::EC2::IPAMPool")
def pool(c, p):
    made = c("ec2", "create_ipam_pool", p.without("ProvisionedCidrs", "Tags"), tags("ipam-pool", p))["IpamPool"]
    for block in p.get("ProvisionedCidrs", []):
        c("ec2", "provision_ipam_pool_cidr", IpamPoolId=made["IpamPoolId"], Cidr=block["Cidr"])
    return Made(made["IpamPoolId"], IpamPoolId=made["IpamPoolId"])


@deletes("AWS::EC2::IPAMPool")
def remove_pool(c, made, p):
    c("ec2", "delete_ipam_pool", IpamPoolId=made.physical_resource_id)
