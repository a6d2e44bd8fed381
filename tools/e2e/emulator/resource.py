"""What makes, changes and deletes resources, by type. A type without a provider is refused, unless it is on the list."""

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.utils import random_suffix

from .calls import call
from .faults import FAULTS
from .report import REPORT

_creates, _updates, _deletes = {}, {}, {}


class Made:
    """A resource that exists: what Ref and Fn::GetAtt give of it."""

    def __init__(self, physical_id, **attributes):
        self.physical_resource_id = str(physical_id)
        self.attributes = attributes
        self.logical_resource_id = None
        self.cf_resource_type = None

    def get_cfn_attribute(self, name):
        if self.attributes.get(name) is None:
            message = f"Template error: resource {self.logical_resource_id} does not support attribute type {name} in Fn::GetAtt"
            raise ValidationError(self.logical_resource_id, message=message)
        return self.attributes[name]

    def is_created(self):
        return True


class Properties(dict):
    """Resolved properties that remember which of them a provider asked for: the others have been dropped."""

    def __init__(self, values):
        super().__init__(values)
        self.asked = set()

    def __getitem__(self, key):
        self.asked.add(key)
        return super().__getitem__(key)

    def get(self, key, default=None):
        self.asked.add(key)
        return super().get(key, default)

    def __contains__(self, key):
        self.asked.add(key)
        return super().__contains__(key)

    def without(self, *keys):
        """The others; those that are left out count as asked for."""
        self.asked.update(self)
        return {key: value for key, value in self.items() if key not in keys}


class Context:
    """Where a resource stands, and the calls that make it."""

    def __init__(self, stack, logical_id, type_name):
        self.stack, self.logical_id, self.type_name = stack, logical_id, type_name
        self.account, self.region = stack.account_id, stack.region_name
        self.dropped = []

    def __call__(self, service, operation, *structures, **parameters):
        given = {}
        for structure in structures:
            given.update(structure)
        return call(self.account, self.region, service, operation, {**given, **parameters}, self.dropped)

    def arn(self, service, resource):
        return f"arn:aws:{service}:{self.region}:{self.account}:{resource}"

    def name(self, limit=64):
        """The name that CloudFormation gives to what has none."""
        suffix = random_suffix()
        return f"{self.stack.name}-{self.logical_id}"[: limit - len(suffix) - 1].rstrip("-") + f"-{suffix}"


def creates(type_name):
    """Registers `function(context, properties)`, which makes a resource of the type and returns it."""
    return lambda function: _creates.setdefault(type_name, function)


def updates(type_name):
    """Registers `function(context, made, new)`, which changes a resource in place."""
    return lambda function: _updates.setdefault(type_name, function)


def deletes(type_name):
    """Registers `function(context, made, properties)`."""
    return lambda function: _deletes.setdefault(type_name, function)


def _key(type_name):
    custom = type_name.startswith("Custom::") or type_name == "AWS::CloudFormation::CustomResource"
    return "Custom" if custom else type_name


def is_provided(type_name):
    return _key(type_name) in _creates


def create(context, properties):
    tracked = Properties(properties)
    FAULTS.of_resource(context)
    made = _creates[_key(context.type_name)](context, tracked)
    REPORT.made(context, tracked)
    return made


def update(context, made, properties):
    """Changes the resource in place. @returns whether the type can be changed in place."""
    change = _updates.get(_key(context.type_name))
    if change is None:
        return False
    FAULTS.of_resource(context)
    change(context, made, Properties(properties))
    return True


def delete(context, made, properties):
    remove = _deletes.get(_key(context.type_name))
    if remove is not None:
        remove(context, made, Properties(properties))


def by_call(type_name, operation, physical_id, attributes=None, rename=None, delete=None, fixed=None):
    """
    Registers a type whose properties are the input of one call.
    `operation`: "service.operation"; `physical_id`: path in the answer, or "=Property" of the template.
    `delete`: (operation, parameter) that takes the physical id. `rename`: property of the template to name of the input.
    """
    service, name = operation.split(".")

    def make(context, properties):
        given = {(rename or {}).get(key, key): value for key, value in properties.without().items()}
        answer = context(service, name, fixed or {}, given)
        pick = lambda path: properties[path[1:]] if path.startswith("=") else at(answer, path)
        return Made(pick(physical_id), **{key: pick(path) for key, path in (attributes or {}).items()})

    creates(type_name)(make)
    if delete is not None:
        remove, parameter = delete
        deletes(type_name)(lambda context, made, _: context(service, remove, {parameter: made.physical_resource_id}))


def at(answer, path):
    for key in path.split("."):
        answer = answer[int(key)] if key.isdigit() else answer[key]
    return answer
