"""Change sets: plans of changes, which moto mixes up when stacks have change sets of one name."""

from contextlib import suppress

from moto.cloudformation import models
from moto.cloudformation.exceptions import CloudFormationError, ValidationError
from moto.cloudformation.models import ChangeSet, CloudFormationBackend, Stack
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult, EmptyResult

from . import parameters
from .template import parse

UNCHANGED = "The submitted information didn't contain changes. Submit different information to create a change set."


def key_of(backend, name, stack_name):
    """Change sets of different stacks have the same name: the CDK gives it to all."""
    for key, item in backend.change_sets.items():
        if name == key or (name == item.change_set_name and stack_name in (item.stack_name, item.stack_id)):
            return key
    raise CloudFormationError("ChangeSetNotFoundException", f"ChangeSet [{name}] does not exist")


def create(self):
    backend, name = self.cloudformation_backend, self._get_param("StackName")
    kind = self._get_param("ChangeSetType", "CREATE")
    stack = _stack(backend, name, kind)
    url = self._get_param("TemplateURL")
    template = self._get_stack_from_s3_url(url) if url else self._get_param("TemplateBody") or stack.template
    given = parameters.resolved(stack, self._get_param("Parameters", []))
    tags = {item["Key"]: item["Value"] for item in self._get_param("Tags", [])}
    made = ChangeSet(
        change_set_type=kind,
        change_set_id=models.generate_changeset_id(self._get_param("ChangeSetName"), stack.region_name, stack.account_id),
        change_set_name=self._get_param("ChangeSetName"),
        stack=stack,
        template=template,
        parameters=given,
        description=self._get_param("Description"),
        tags=tags,
    )
    changes = kind == "CREATE" or made.template_dict != stack.template_dict or (given, tags) != (stack.parameters, stack.tags or {})
    made.status, made.execution_status = ("CREATE_COMPLETE", "AVAILABLE") if changes else ("FAILED", "UNAVAILABLE")
    made.status_reason = None if changes else UNCHANGED
    backend.change_sets[made.change_set_id] = made
    return ActionResult({"Id": made.change_set_id, "StackId": stack.stack_id})


def _stack(backend, name, kind):
    """The stack that is to be changed; a new one is there as soon as somebody plans it."""
    stack = next((item for item in backend.stacks.values() if name in (item.name, item.stack_id)), None)
    if kind == "UPDATE":
        if stack is None:
            raise ValidationError(name)
        if stack.status in ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED"):
            raise ValidationError(name, f"Stack:{stack.stack_id} is in {stack.status} state and can not be updated.")
        return stack
    if stack is not None and stack.status != "REVIEW_IN_PROGRESS":
        raise models.AlreadyExistsException(f"Stack [{name}] already exists and cannot be created again with the changeSet")
    if stack is None:
        stack_id = models.generate_stack_id(name, backend.region_name, backend.account_id)
        stack = Stack(stack_id, name, {}, {}, backend.account_id, backend.region_name)
        backend.stacks[stack_id] = stack
        stack.status = "REVIEW_IN_PROGRESS"
        stack._add_stack_event("REVIEW_IN_PROGRESS", resource_status_reason="User Initiated")
    return stack


def execute(self, change_set_name, stack_name=None):
    change_set = self.change_sets[key_of(self, change_set_name, stack_name)]
    if change_set.execution_status != "AVAILABLE":
        raise CloudFormationError("InvalidChangeSetStatusException", f"ChangeSet [{change_set_name}] cannot be executed in its current status")
    stack = self.stacks[change_set.stack_id]
    if change_set.change_set_type == "CREATE":
        stack.tags = change_set.tags
        stack.template, stack.parameters = change_set.template, change_set.parameters
        stack.cross_stack_resources = self.exports
        stack._parse_template()
        stack.resource_map = stack._create_resource_map()
        stack.output_map = stack._create_output_map()
        stack.status = "CREATE_IN_PROGRESS"
        stack._add_stack_event("CREATE_IN_PROGRESS", resource_status_reason="User Initiated")
        stack.create_resources()
    else:
        stack.update(change_set.template, parameters=change_set.parameters, tags=change_set.tags)
    change_set.execution_status = "EXECUTE_COMPLETE"


def describe(self):
    backend = self.cloudformation_backend
    return ActionResult(backend.change_sets[key_of(backend, self._get_param("ChangeSetName"), self._get_param("StackName"))])


def delete(self):
    """Succeeds also for a change set that does not exist."""
    backend = self.cloudformation_backend
    with suppress(CloudFormationError):
        del backend.change_sets[key_of(backend, self._get_param("ChangeSetName"), self._get_param("StackName"))]
    return EmptyResult()


def parsed(self):
    self.template_dict = parse(self.template)


def changes(self):
    """What would be added, modified and removed."""
    before = {} if self.change_set_type == "CREATE" else self.stack.template_dict["Resources"]
    after = self.template_dict["Resources"]
    actions = {
        "Add": [(name, after[name]) for name in after if name not in before],
        "Modify": [(name, after[name]) for name in after if name in before and after[name] != before[name]],
        "Remove": [(name, before[name]) for name in before if name not in after],
    }
    return [
        models.Change(action=action, logical_resource_id=name, resource_type=item["Type"])
        for action, found in actions.items()
        for name, item in found
    ]


def install():
    ChangeSet._parse_template, ChangeSet.diff = parsed, changes
    CloudFormationBackend.execute_change_set = execute
    CloudFormationResponse.create_change_set = create
    CloudFormationResponse.describe_change_set = describe
    CloudFormationResponse.delete_change_set = delete
