"""Calls of the emulator to its own services, in the process: every resource is made by the interface that AWS has for it."""

import json
from contextvars import ContextVar
from threading import Lock, RLock

import boto3
from botocore.config import Config
from moto.core.responses import BaseResponse

# Set while a call of the engine runs: the account that it is for, which no access key tells.
_account = ContextVar("account", default=None)
_clients = {}
_lock = Lock()
# moto was not made for several threads: one call at a time, from outside or from the engine.
ONE_CALL = RLock()
_current_account = BaseResponse.get_current_account


def _account_of_call(self):
    return _account.get() or _current_account(self)


BaseResponse.get_current_account = _account_of_call


def _client(service, region):
    with _lock:
        if (service, region) not in _clients:
            _clients[service, region] = boto3.client(
                service,
                region_name=region,
                aws_access_key_id="emulator",
                aws_secret_access_key="emulator",
                # The account stands before the host name of some services, which the interception would not know.
                config=Config(retries={"max_attempts": 0}, inject_host_prefix=False),
            )
        return _clients[service, region]


def call(account, region, service, operation, parameters, dropped):
    """Calls an operation with what fits its input; names that the input does not have are added to `dropped`."""
    client = _client(service, region)
    name = client.meta.method_to_api_mapping[operation]
    shape = client.meta.service_model.operation_model(name).input_shape
    fitting = fit(shape, parameters, operation, dropped) if shape else {}
    token = _account.set(account)
    try:
        with ONE_CALL:
            return getattr(client, operation)(**fitting)
    finally:
        _account.reset(token)


def fit(shape, value, path, dropped):
    """A value of a template in the shape of an interface: its spelling of names, its kinds of scalars, its kind of tags."""
    if shape.type_name == "structure":
        return _structure(shape, value, path, dropped)
    if shape.type_name == "list":
        items = value if isinstance(value, list) else [value]
        if isinstance(value, dict) and {"key", "value"} <= {name.lower() for name in getattr(shape.member, "members", {})}:
            items = [{"Key": key, "Value": item} for key, item in value.items()]
        return [fit(shape.member, item, path, dropped) for item in items]
    if shape.type_name == "map":
        pairs = {tag["Key"]: tag["Value"] for tag in value} if isinstance(value, list) else value
        return {str(key): fit(shape.value, item, path, dropped) for key, item in pairs.items()}
    if shape.type_name == "boolean":
        return str(value).lower() == "true"
    if shape.type_name in ("integer", "long"):
        return int(value)
    if shape.type_name in ("float", "double"):
        return float(value)
    if shape.type_name == "string":
        return text(value)
    return value


def _structure(shape, value, path, dropped):
    members = {name.lower(): name for name in shape.members}
    if set(value) == {"Key", "Value"} and "tagkey" in members:
        value = {"TagKey": value["Key"], "TagValue": value["Value"]}
    fitting = {}
    for key, item in value.items():
        name = members.get(key.lower())
        if item is None:
            continue
        if name is None:
            dropped.append(f"{path}.{key}")
            continue
        fitting[name] = fit(shape.members[name], item, f"{path}.{key}", dropped)
    return fitting


def text(value):
    """A scalar or a document as the interfaces take it: as text."""
    if isinstance(value, (dict, list)):
        return json.dumps(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
