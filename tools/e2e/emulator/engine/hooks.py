"""Hooks as an account has them: types by name, each with its configuration. They are kept and told; they judge nothing."""

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult

from ..identity import PARTITION

_configurations = {}


def _own(self):
    return _configurations.setdefault((self.current_account, self.region), {})


def _arn(self, name):
    return f"arn:{PARTITION}:cloudformation:{self.region}:{self.current_account}:type-configuration/hook/{name.replace('::', '-')}/default"


def set_type_configuration(self):
    name = self._get_param("TypeName")
    _own(self)[name] = self._get_param("Configuration")
    return ActionResult({"ConfigurationArn": _arn(self, name)})


def batch_describe_type_configurations(self):
    own = _own(self)
    asked = [item["TypeName"] for item in self._get_param("TypeConfigurationIdentifiers", [])]
    found = [
        {"Arn": _arn(self, name), "Alias": "default", "TypeName": name, "Configuration": own[name]} for name in asked if name in own
    ]
    missing = [{"Type": "HOOK", "TypeName": name} for name in asked if name not in own]
    return ActionResult({"TypeConfigurations": found, "UnprocessedTypeConfigurations": missing})


def deregister_type(self):
    name = self._get_param("TypeName")
    if _own(self).pop(name, None) is None:
        raise ValidationError(message=f"Type {name} is not registered")
    return ActionResult({})


def install():
    response = CloudFormationResponse
    response.set_type_configuration = set_type_configuration
    response.batch_describe_type_configurations = batch_describe_type_configurations
    response.deregister_type = deregister_type
