"""Parameters of stacks: values from the parameter store, also of other accounts, and values that stay as they are."""

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.parsing import ResourceMap
from moto.ram.models import ram_backends
from moto.ssm import ssm_backends


def stored(self, value, value_type):
    """The value of a parameter of the parameter store. Another account's is read by its ARN, where it shares it."""
    account, region, name = self._account_id, self._region_name, value
    if value.startswith("arn:"):
        _, _, _, region, account, resource = value.split(":", 5)
        name = resource.removeprefix("parameter")
        if account != self._account_id and not _is_shared(value, account, region):
            raise _unreadable(value)
    parameter = ssm_backends[account][region].get_parameter(name)
    if parameter is None:
        raise _unreadable(value)
    return parameter.value.split(",") if "List" in value_type else parameter.value


def _is_shared(arn, account, region):
    shares = ram_backends[account][region].resource_shares
    return any(arn in share.resource_arns for share in shares if share.status == "ACTIVE")


def _unreadable(value):
    return ValidationError(message=f"Unable to fetch parameters [{value}] from parameter store for this account.")


def resolved(stack, incoming):
    """What an update is given. A value that stays and was never given is the default of the template."""
    values = {}
    for item in incoming:
        key = item["ParameterKey"]
        if "ParameterValue" in item:
            values[key] = item["ParameterValue"]
        elif item.get("UsePreviousValue") and key in stack.parameters:
            values[key] = stack.parameters[key]
    return values


def install():
    ResourceMap.parse_ssm_parameter = stored
