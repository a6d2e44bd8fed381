"""One change of one stack, resource by resource, and the way back when a resource cannot be made."""

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import Event
from moto.cloudformation.parsing import clean_json

from .. import resource as providers
from ..listed import LISTED
from . import native
from .template import in_order, pruned

IGNORED = ("AWS::CDK::Metadata",)


class Failure(Exception):
    """A resource could not be made, changed or deleted; the event of the stack says why."""


class Provision:
    """
    Makes the resources of a stack what its template says. `existing`: the resources of the stack before, by logical id,
    with the properties that they were made of.
    """

    def __init__(self, stack):
        self.stack = stack
        self.map = stack.resource_map
        self.undo = []

    def types_are_known(self):
        """@raises ValidationError as CloudFormation does before it touches anything."""
        types = {item["Type"] for item in self.stack.template_dict["Resources"].values()}
        unknown = sorted(name for name in types if not self._is_known(name))
        if unknown:
            message = f"Template format error: Unrecognized resource types: {unknown}"
            raise ValidationError(self.stack.stack_id, message=message)

    @staticmethod
    def _is_known(name):
        return name in IGNORED or providers.is_provided(name) or name in LISTED or native.has(name)

    def apply(self, old):
        """Makes and changes, each resource after what it needs; then deletes what is no longer there."""
        wanted = self.stack.template_dict["Resources"]
        keep = {}
        for name in in_order(wanted):
            item = wanted[name]
            if not self._is_wanted(item):
                continue
            if item["Type"] in IGNORED:
                self.map._parsed_resources[name] = _placeholder(self._context(name, item), name)
                continue
            keep[name] = self._one(name, item, old.get(name))
        for name in reversed(list(old)):
            if name not in keep:
                self._remove(name, *old[name][:2], reason=None)
        return keep

    def _is_wanted(self, item):
        condition = item.get("Condition")
        return not condition or self.map.lazy_condition_map[condition]

    def _context(self, name, item):
        return providers.Context(self.stack, name, item["Type"])

    def _one(self, name, item, before):
        try:
            properties = pruned(clean_json(item.get("Properties", {}), self.map))
        except Exception as error:
            self._event(name, item["Type"], None, "CREATE_FAILED", str(error))
            raise Failure(f"{name}: {error}") from error
        if before is not None and before[1] == item["Type"] and before[2] == properties:
            self.map._parsed_resources[name] = before[0]
            return before
        if before is not None and before[1] == item["Type"]:
            return self._change(name, item, properties, before)
        return self._make(name, item, properties)

    def _make(self, name, item, properties):
        kind, context = item["Type"], self._context(name, item)
        self._event(name, kind, None, "CREATE_IN_PROGRESS")
        try:
            made = _create(context, properties, name)
        except Exception as error:
            self._event(name, kind, None, "CREATE_FAILED", _reason(error))
            raise Failure(f"{name}: {_reason(error)}") from error
        made.logical_resource_id, made.cf_resource_type = name, kind
        self.map._parsed_resources[name] = made
        if item.get("DeletionPolicy") != "Retain":
            self.undo.append(lambda: self._remove(name, made, kind, properties=properties))
        self._event(name, kind, made, "CREATE_COMPLETE")
        return (made, kind, properties)

    def _change(self, name, item, properties, before):
        made, kind, old = before
        self._event(name, kind, made, "UPDATE_IN_PROGRESS")
        try:
            if kind in LISTED or providers.update(self._context(name, item), made, properties):
                self.map._parsed_resources[name] = made
                self.undo.append(lambda: providers.update(self._context(name, item), made, old))
                self._event(name, kind, made, "UPDATE_COMPLETE")
                return (made, kind, properties)
        except Exception as error:
            self._event(name, kind, made, "UPDATE_FAILED", _reason(error))
            # Whatever came of it, the way back changes it once more.
            self.undo.append(lambda: providers.update(self._context(name, item), made, old))
            raise Failure(f"{name}: {_reason(error)}") from error
        # Names are taken as long as the old one exists, so that replacement deletes first, unlike AWS.
        self._remove(name, made, kind, properties=old)
        self.undo.append(lambda: self._make(name, item, old))
        return self._make(name, item, properties)

    def _remove(self, name, made, kind, properties=None, reason=None):
        item = {"Type": kind}
        self._event(name, kind, made, "DELETE_IN_PROGRESS", reason)
        try:
            _delete(self._context(name, item), made, properties or {})
        except Exception as error:
            self._event(name, kind, made, "DELETE_FAILED", _reason(error))
            raise Failure(f"{name}: {_reason(error)}") from error
        self.map._parsed_resources.pop(name, None)
        self._event(name, kind, made, "DELETE_COMPLETE")

    def roll_back(self):
        """Undoes the changes of `apply`, last first."""
        while self.undo:
            try:
                self.undo.pop()()
            except Failure:
                raise
            except Exception as error:
                raise Failure(_reason(error)) from error

    def delete(self, existing):
        """Deletes what is not retained, in the order opposite to making it."""
        resources = self.stack.template_dict["Resources"]
        for name, (made, kind, properties) in reversed(list(existing.items())):
            if resources.get(name, {}).get("DeletionPolicy") in ("Retain", "RetainExceptOnCreate"):
                self._event(name, kind, made, "DELETE_SKIPPED")
                continue
            self._remove(name, made, kind, properties=properties)
            del existing[name]

    def _event(self, name, kind, made, status, reason=None):
        event = Event(
            stack_id=self.stack.stack_id,
            stack_name=self.stack.name,
            logical_resource_id=name,
            physical_resource_id=getattr(made, "physical_resource_id", "") or "",
            resource_type=kind,
            resource_status=status,
            resource_status_reason=reason,
            resource_properties=None,
        )
        self.stack.events.append(event)


def _create(context, properties, name):
    if context.type_name in LISTED:
        return LISTED.placeholder(context)
    if providers.is_provided(context.type_name):
        return providers.create(context, properties)
    return native.create(context, properties, name)


def _delete(context, made, properties):
    if context.type_name in LISTED or context.type_name in IGNORED:
        return
    if providers.is_provided(context.type_name):
        providers.delete(context, made, properties)
    else:
        native.delete(context, made, properties)


def _placeholder(context, name):
    made = providers.Made(name)
    made.logical_resource_id, made.cf_resource_type = name, context.type_name
    return made


def _reason(error):
    return str(error) or type(error).__name__
