"""Key stores of KMS, which moto lacks: those that people made and connected before, and the keys in them."""

import json

from moto.core.exceptions import JsonRESTError
from moto.kms.models import Key
from moto.kms.responses import KmsResponse

_STORES = {}
_create_key = KmsResponse.create_key
_to_dict = Key.to_dict


def connect(account, region, store):
    """A store `id` of `type` (AWS_CLOUDHSM, EXTERNAL_KEY_STORE) that stands in the account."""
    _STORES[account, region, store["id"]] = {
        "CustomKeyStoreId": store["id"],
        "CustomKeyStoreName": store["id"],
        "CustomKeyStoreType": store["type"],
        "ConnectionState": "CONNECTED",
    }


def _store(response, identity):
    found = _STORES.get((response.kms_backend.account_id, response.region, identity))
    if found is None:
        raise JsonRESTError("CustomKeyStoreNotFoundException", f"the key store {identity} does not exist")
    return found


def describe_custom_key_stores(self):
    return json.dumps({"CustomKeyStores": [_store(self, self._get_param("CustomKeyStoreId"))], "Truncated": False})


def create_key(self):
    """KMS refuses a key whose origin is not what its store has."""
    identity, origin = self._get_param("CustomKeyStoreId"), self._get_param("Origin") or "AWS_KMS"
    if (identity is None) != (origin in ("AWS_KMS", "EXTERNAL")):
        raise JsonRESTError("ValidationException", f"origin {origin} and key store {identity} do not fit")
    if identity is not None and _store(self, identity)["CustomKeyStoreType"] != origin:
        raise JsonRESTError("CustomKeyStoreInvalidStateException", f"the key store {identity} makes no keys of {origin}")
    made = json.loads(_create_key(self))
    if identity is None:
        return json.dumps(made)
    key = self.kms_backend.describe_key(made["KeyMetadata"]["KeyId"])
    key.stored = {"CustomKeyStoreId": identity}
    external = self._get_param("XksKeyId")
    if external is not None:
        key.stored["XksKeyConfiguration"] = {"Id": external}
    return json.dumps(key.to_dict())


def to_dict(self):
    found = _to_dict(self)
    found["KeyMetadata"].update(getattr(self, "stored", {}))
    return found


def install():
    KmsResponse.describe_custom_key_stores = describe_custom_key_stores
    KmsResponse.create_key = create_key
    Key.to_dict = to_dict
