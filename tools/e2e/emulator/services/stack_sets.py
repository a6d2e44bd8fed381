"""Stack sets as resources: groups of instances one after the other, each waited for, as CloudFormation does."""

import time

from ..resource import Made, creates, deletes, updates

INSTANCES = ("StackInstancesGroup", "OperationPreferences")


@creates("AWS::CloudFormation::StackSet")
def stack_set(c, p):
    made = c("cloudformation", "create_stack_set", p.without(*INSTANCES))
    name = p["StackSetName"]
    try:
        _serve(c, name, p)
    except ValueError:
        # What cannot be made leaves nothing behind.
        _clear(c, name, p)
        raise
    return Made(made["StackSetId"], StackSetId=made["StackSetId"], StackSetName=name)


def _serve(c, name, p):
    for group in p.get("StackInstancesGroup", []):
        started = c("cloudformation", "create_stack_instances", group, StackSetName=name, **_preferences(p))
        _wait(c, name, started["OperationId"])


def _preferences(p):
    return {"OperationPreferences": p["OperationPreferences"]} if "OperationPreferences" in p else {}


def _wait(c, name, operation):
    """@raises ValueError with the reason of an operation that failed."""
    while True:
        found = c("cloudformation", "describe_stack_set_operation", StackSetName=name, OperationId=operation)["StackSetOperation"]
        if found["Status"] != "RUNNING":
            break
        time.sleep(0.05)
    if found["Status"] != "SUCCEEDED":
        raise ValueError(f"Operation {operation} of {name} ended with {found['Status']}: {found.get('StatusReason')}")


@updates("AWS::CloudFormation::StackSet")
def change(c, made, p):
    name = p["StackSetName"]
    given = p.without(*INSTANCES, "PermissionModel")
    started = c("cloudformation", "update_stack_set", given, **_preferences(p))
    _wait(c, name, started["OperationId"])


@deletes("AWS::CloudFormation::StackSet")
def remove(c, made, p):
    _clear(c, p["StackSetName"], p)


def _clear(c, name, p):
    for group in p.get("StackInstancesGroup", []):
        gone = c("cloudformation", "delete_stack_instances", group, StackSetName=name, RetainStacks=False)
        _wait(c, name, gone["OperationId"])
    c("cloudformation", "delete_stack_set", StackSetName=name)
