"""Answers of moto that leave out what AWS says, or say what AWS does not."""

import json

from moto.backup import urls as backup_urls
from moto.backup.responses import BackupResponse
from moto.core.exceptions import ServiceException
from moto.ec2.models import EC2Backend
from moto.kms.responses import KmsResponse
from moto.resourcegroupstaggingapi.models import ResourceGroupsTaggingAPIBackend as Tagging
from moto.s3.models import S3Backend
from moto.sesv2.models import sesv2_backends

# Days between rotations where nobody says otherwise.
_USUAL_DAYS = 365
_enable_rotation = KmsResponse.enable_key_rotation
_rotation_status = KmsResponse.get_key_rotation_status
_object_lock = S3Backend.get_object_lock_configuration
_search_routes = EC2Backend.search_transit_gateway_routes


def enable_key_rotation(self):
    answer = _enable_rotation(self)
    self.kms_backend.describe_key(self._get_param("KeyId")).rotation_days = self._get_param("RotationPeriodInDays")
    return answer


def rotation_status(self):
    """moto forgets the period."""
    answer = json.loads(_rotation_status(self))
    if answer["KeyRotationEnabled"]:
        key = self.kms_backend.describe_key(self._get_param("KeyId"))
        answer["RotationPeriodInDays"] = getattr(key, "rotation_days", None) or _USUAL_DAYS
    return json.dumps(answer)


def object_lock(self, bucket_name):
    """A retention in days has no years, which moto calls none."""
    enabled, mode, days, years = _object_lock(self, bucket_name)
    return enabled, mode, days or None, years or None


def search_routes(self, transit_gateway_route_table_id, filters, max_results=None):
    """moto cannot cut its own list, and names one attachment where AWS lists them."""
    found = [listed(route) for route in _search_routes(self, transit_gateway_route_table_id, filters)]
    return found[: int(max_results)] if max_results else found


def listed(route):
    attachment = route.get("transitGatewayAttachments")
    return {**route, "transitGatewayAttachments": [attachment]} if attachment else route


def _vault(self):
    return self.backup_backend.describe_backup_vault(self.path.split("/")[2])


def put_access_policy(self):
    _vault(self).access_policy = json.loads(self.body)["Policy"]
    return json.dumps({})


def get_access_policy(self):
    vault = _vault(self)
    policy = getattr(vault, "access_policy", None)
    if policy is None:
        raise ServiceException("ResourceNotFoundException", "the vault has no access policy")
    return json.dumps({"BackupVaultName": vault.backup_vault_name, "BackupVaultArn": vault.backup_vault_arn, "Policy": policy})


def sesv2_backend(self):
    """None where the region has no SES; moto asks it for tagged resources all the same."""
    account = sesv2_backends[self.account_id]
    return account[self.region_name] if self.region_name in account else None


def install():
    Tagging.sesv2_backend = property(sesv2_backend)
    BackupResponse.put_backup_vault_access_policy = put_access_policy
    BackupResponse.get_backup_vault_access_policy = get_access_policy
    backup_urls.url_paths["{0}/backup-vaults/(?P<name>[^/]+)/access-policy$"] = BackupResponse.dispatch
    KmsResponse.enable_key_rotation = enable_key_rotation
    KmsResponse.get_key_rotation_status = rotation_status
    S3Backend.get_object_lock_configuration = object_lock
    EC2Backend.search_transit_gateway_routes = search_routes
