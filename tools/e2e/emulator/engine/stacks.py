"""The life of a stack: puts `Provision` in the place of moto's engine."""

from moto.cloudformation import models
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import CloudFormationBackend, Stack, cloudformation_backends
from moto.cloudformation.parsing import ResourceMap
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult

from . import change_sets, hooks, parameters, stack_sets
from .provision import Failure, Provision
from .template import parse


def create_resources(self):
    self.existing = {}
    provision = Provision(self)
    provision.types_are_known()
    self.status = "CREATE_IN_PROGRESS"
    try:
        self.existing = provision.apply({})
    except Failure as failure:
        if self.disable_rollback:
            self.existing = {}
            return _end(self, "CREATE_FAILED", str(failure))
        _end(self, "ROLLBACK_IN_PROGRESS", f"The following resource(s) failed to create: {failure}")
        return _end(self, *_outcome(provision.roll_back, "ROLLBACK"))
    _export(self)
    _end(self, "CREATE_COMPLETE")


def update(self, template, role_arn=None, parameters=None, tags=None):
    before = (self.template, self.parameters, self.resource_map, self.output_map, dict(self.existing))
    self.template, self.parameters = template, parameters if parameters is not None else self.parameters
    self._parse_template()
    if tags is not None:
        self.tags = tags
    self.resource_map = self._create_resource_map()
    provision = Provision(self)
    provision.types_are_known()
    _end(self, "UPDATE_IN_PROGRESS", "User Initiated")
    try:
        self.existing = provision.apply(before[4])
    except Failure as failure:
        _end(self, "UPDATE_ROLLBACK_IN_PROGRESS", f"The following resource(s) failed to update: {failure}")
        outcome = _outcome(provision.roll_back, "UPDATE_ROLLBACK")
        self.template, self.parameters, self.resource_map, self.output_map, self.existing = before
        self._parse_template()
        return _end(self, *outcome)
    self.output_map = self._create_output_map()
    _export(self)
    _end(self, "UPDATE_COMPLETE")


def delete(self):
    _end(self, "DELETE_IN_PROGRESS", "User Initiated")
    try:
        Provision(self).delete(getattr(self, "existing", {}))
    except Failure as failure:
        return _end(self, "DELETE_FAILED", f"The following resource(s) failed to delete: [{failure}].")
    _end(self, "DELETE_COMPLETE")


def _outcome(undo, name):
    try:
        undo()
    except Failure as failure:
        return f"{name}_FAILED", str(failure)
    return f"{name}_COMPLETE", None


def _end(stack, status, reason=None):
    stack.status = status
    stack.stack_status_reason = reason
    stack._add_stack_event(status, resource_status_reason=reason)


def _export(stack):
    exports = cloudformation_backends[stack.account_id][stack.region_name].exports
    for name in [name for name, export in exports.items() if export.exporting_stack_id == stack.stack_id]:
        del exports[name]
    for export in stack.exports:
        exports[export.name] = export


def backend_create(self, name, template, parameters, notification_arns=None, tags=None, role_arn=None,
                   enable_termination_protection=False, timeout_in_mins=None, stack_policy_body=None):
    if any(stack.name == name for stack in self.stacks.values()):
        raise models.AlreadyExistsException(f"Stack [{name}] already exists")
    stack_id = models.generate_stack_id(name, self.region_name, self.account_id)
    stack = Stack(stack_id, name, template, parameters, self.account_id, self.region_name, notification_arns, tags, role_arn,
                  self.exports, enable_termination_protection, timeout_in_mins, stack_policy_body)
    Provision(stack).types_are_known()
    self.stacks[stack_id] = stack
    _end(stack, "CREATE_IN_PROGRESS", "User Initiated")
    stack.create_resources()
    return stack


def backend_update(self, name, template, role_arn, parameters, tags):
    stack = self.get_stack(name)
    given = _resolved(stack, parameters)
    if parse(template) == stack.template_dict and given == stack.parameters and tags in (None, stack.tags):
        raise ValidationError(name, message="No updates are to be performed.")
    stack.update(template, role_arn, parameters=given, tags=tags)
    return stack


_resolved = parameters.resolved


def backend_delete(self, name_or_stack_id):
    stack = next((item for item in self.stacks.values() if name_or_stack_id in (item.name, item.stack_id)), None)
    if stack is None:
        return
    if stack.enable_termination_protection:
        message = f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled"
        raise ValidationError(stack.name, message=message)
    for export in [export for export in self.exports.values() if export.exporting_stack_id == stack.stack_id]:
        user = next((item for item in self.stacks.values() if item is not stack and _imports(item, export.name)), None)
        if user is not None:
            _end(stack, "DELETE_FAILED", f"Delete canceled. Cannot delete export {export.name} as it is in use by {user.name}.")
            return
    stack.delete()
    if stack.status == "DELETE_COMPLETE":
        del self.stacks[stack.stack_id]
        self.deleted_stacks[stack.stack_id] = stack
        for key in [key for key, item in self.change_sets.items() if item.stack_id == stack.stack_id]:
            del self.change_sets[key]
        for name in [name for name, export in self.exports.items() if export.exporting_stack_id == stack.stack_id]:
            del self.exports[name]


def _imports(stack, name):
    return f'{{"Fn::ImportValue": "{name}"}}' in models.json.dumps(stack.template_dict)


def stack_resources(self):
    """What exists; moto's map would make what it is asked for."""
    return [made for made in list(self.resource_map._parsed_resources.values()) if getattr(made, "cf_resource_type", None)]


def stack_outputs(self):
    """The outputs of a stack that stands; moto would make what is missing to answer."""
    if self.status not in STANDING:
        return None
    exports = {export.value: export.name for export in self.exports}
    found = [output for output in self.output_map.values() if output]
    return [
        {"OutputKey": item.key, "OutputValue": item.value, "Description": item.description, "ExportName": exports.get(item.value)}
        for item in found
    ] or None


STANDING = ("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE")


def resource_of(self, name):
    """What a template refers to. Nothing is made by being referred to: `Provision` makes resources in their order."""
    return self._parsed_resources[name]


def update_termination_protection(self):
    stack = self.cloudformation_backend.get_stack(self._get_param("StackName"))
    stack.enable_termination_protection = self._get_bool_param("EnableTerminationProtection", False)
    return ActionResult({"StackId": stack.stack_id})


def install():
    parameters.install()
    change_sets.install()
    stack_sets.install()
    hooks.install()
    CloudFormationResponse.update_termination_protection = update_termination_protection
    ResourceMap.__getitem__ = resource_of
    Stack.outputs = property(stack_outputs)
    # moto asks its models before anything is made; here an output that does not resolve fails when it is read.
    ResourceMap.validate_outputs = lambda self: None
    Stack.stack_resources = property(stack_resources)
    Stack.parse_template = staticmethod(parse)
    Stack.create_resources, Stack.update, Stack.delete = create_resources, update, delete
    backend = CloudFormationBackend
    backend.create_stack, backend.update_stack, backend.delete_stack = backend_create, backend_update, backend_delete
