"""Who calls: keys are known, sessions expire, and roles are assumed only where they exist and trust the caller."""

import json
from functools import lru_cache

from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.utils import utcnow
from moto.iam import models
from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.models import AWSManagedPolicy, iam_backends
from moto.organizations.models import organizations_backends
from moto.sts.models import sts_backends
from moto.sts.responses import TokenResponse

from .faults import denied

PARTITION = "aws"
_assume = TokenResponse.assume_role


def session_of(key_id):
    """The session of a role that a temporary key belongs to."""
    for partitions in list(sts_backends.values()):
        found = partitions[PARTITION].get_assumed_role_from_access_key(key_id)
        if found is not None:
            return found
    return None


def refusal(key_id):
    """Why AWS would not hear a caller at all, or None."""
    session = session_of(key_id)
    if session is not None:
        if session.expiration <= utcnow():
            return {"code": "ExpiredToken", "status": 403, "message": "The security token included in the request is expired"}
        return None
    if any(key_id in partitions[PARTITION].access_keys for partitions in list(iam_backends.values())):
        return None
    message = "The security token included in the request is invalid."
    return {"code": "InvalidClientTokenId", "status": 403, "message": message}


def expire(key_id):
    session_of(key_id).expiration = utcnow()


def assume_role(self):
    arn = self._get_param("RoleArn")
    account, name = arn.split(":")[4], arn.rsplit("/", 1)[-1]
    role = next((role for role in iam_backends[account][PARTITION].roles.values() if role.name == name), None)
    caller = session_of(self.get_access_key())
    callers = {self.current_account, *([caller.role_arn] if caller else [])}
    if role is None or not _trusts(role, self.current_account, callers):
        raise denied(caller.arn if caller else f"account {self.current_account}", "sts:AssumeRole", arn)
    return _assume(self)


def _trusts(role, account, callers):
    """Whether the role's policy names the caller or the caller's account; conditions are not looked at."""
    accepted = callers | {"*", f"arn:aws:iam::{account}:root"}
    for statement in json.loads(role.assume_role_policy_document)["Statement"]:
        principal = statement.get("Principal", {})
        named = principal if isinstance(principal, str) else principal.get("AWS", [])
        if accepted & set([named] if isinstance(named, str) else named):
            return statement["Effect"] == "Allow"
    return False


def session(role_arn, region, name="emulator"):
    """A session of a role, for what starts in its account: the operator, and the functions of custom resources."""
    return sts_backends[role_arn.split(":")[4]][PARTITION].assume_role(
        region_name=region, role_session_name=name, role_arn=role_arn, policy="", duration=3600, external_id=""
    )


def organization():
    """The backend of the account that has the organisation."""
    for partitions in list(organizations_backends.values()):
        if partitions[PARTITION].org is not None:
            return partitions[PARTITION]
    return None


@lru_cache
def policies_of_aws():
    """The managed policies of AWS, once: moto reads all 1,400 for each account and partition that it comes across."""
    data = json.loads(aws_managed_policies_data)
    return [AWSManagedPolicy.from_data(name, "aws", "us-east-1", item) for name, item in data.items()]


def account_of(key_id):
    for account, partitions in list(iam_backends.items()):
        if key_id in partitions[PARTITION].access_keys:
            return account
    return DEFAULT_ACCOUNT_ID


def install():
    TokenResponse.assume_role = assume_role
    models.get_account_id_from = account_of
    models.IAMBackend._init_aws_policies = lambda self: list(policies_of_aws()) if self.region_name == PARTITION else []
