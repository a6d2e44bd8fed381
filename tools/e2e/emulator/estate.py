"""The organisation as it stands before the landing zone is deployed: accounts, units, and who operates it."""

import json

from moto.acm.models import acm_backends
from moto.iam.models import iam_backends
from moto.organizations import models
from moto.organizations.models import FakePolicy, FakeRoot, organizations_backends

from .identity import PARTITION, session
from .key_stores import connect

# Policy types of AWS Organizations that moto does not know.
YOUNGER_TYPES = ["BACKUP_POLICY", "DECLARATIVE_POLICY_EC2", "S3_POLICY", "SECURITYHUB_POLICY", "CHATBOT_POLICY"]
_create = FakePolicy.__init__


def create_policy(self, organization, **kwargs):
    if kwargs["Type"] not in YOUNGER_TYPES:
        return _create(self, organization, **kwargs)
    _create(self, organization, **{**kwargs, "Type": "TAG_POLICY"})
    self.type = kwargs["Type"]
    self._arn_format = self._arn_format.replace("tag_policy", self.type.lower())


def build(estate):
    """
    Makes the organisation `estate` describes: `management`, `organization` {id, rootId, units: [{id, name, parent}],
    accounts: [{id, name, email, parent}]}, `region`, `certificates` by ARN, `keyStores` [{account, id, type}]. @returns the keys of a session of its operator.
    """
    management, wanted, region = estate["management"], estate["organization"], estate["region"]
    backend = organizations_backends[management][PARTITION]
    backend.create_organization(region, FeatureSet="ALL")
    root = next(unit for unit in backend.ou if isinstance(unit, FakeRoot))
    backend.org.id, backend.org.root_id, root.id = wanted["id"], wanted["rootId"], wanted["rootId"]
    for policy_type in [*FakePolicy.SUPPORTED_POLICY_TYPES]:
        root.policy_types.append({"Type": policy_type, "Status": "ENABLED"})
    for unit in wanted["units"]:
        made = backend.create_organizational_unit(Name=unit["name"], ParentId=unit.get("parent") or root.id)
        backend.get_organizational_unit_by_id(made["OrganizationalUnit"]["Id"]).id = unit["id"]
    for account in wanted["accounts"]:
        _account(backend, management, root, account)
    for arn in estate.get("certificates", []):
        _certificate(arn)
    for store in estate.get("keyStores", []):
        connect(store["account"], region, store)
    return operator(management, region)


def _certificate(arn):
    """A certificate that was asked for before; AWS gives it an ARN that nobody chooses."""
    _, _, _, region, account, _ = arn.split(":", 5)
    known = acm_backends[account][region]._certificates
    own = acm_backends[account][region].request_certificate("example.gov.hk", None, [], [])
    known[arn] = known.pop(own)
    known[arn].arn = arn


def _account(backend, management, root, account):
    if account["id"] == management:
        own = backend.get_account_by_id(management)
        own.name, own.parent_id = account["name"], root.id
        return
    made = backend.create_account(AccountName=account["name"], Email=account["email"])
    member = backend.get_account_by_id(made["CreateAccountStatus"]["AccountId"])
    del organizations_backends.master_accounts[member.id]
    iam_backends[account["id"]][PARTITION].roles.update(iam_backends[member.id][PARTITION].roles)
    for role in iam_backends[account["id"]][PARTITION].roles.values():
        role.account_id = account["id"]
    member.id, member.parent_id = account["id"], account.get("parent") or root.id
    organizations_backends.master_accounts[member.id] = (management, PARTITION)


def operator(management, region):
    """The people of the cloud team, as they sign in: a role of the management account that administers it."""
    name = "CloudPlatformOperator"
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": management}, "Action": "sts:AssumeRole"}]}
    iam = iam_backends[management][PARTITION]
    if all(role.name != name for role in iam.roles.values()):
        iam.create_role(name, json.dumps(trust), "/", None, "", [], "3600")
    return session(f"arn:aws:iam::{management}:role/{name}", region, "operator")


def install():
    FakePolicy.__init__ = create_policy
    for known in (FakePolicy.SUPPORTED_POLICY_TYPES, FakeRoot.SUPPORTED_POLICY_TYPES):
        known.extend(item for item in YOUNGER_TYPES if item not in known)
