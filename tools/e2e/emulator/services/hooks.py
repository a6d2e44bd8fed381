"""Hooks as resources: a type under the name that they give it, and its configuration."""

import json

from ..resource import Made, creates, deletes, updates


def _configure(c, p):
    """@returns the ARN of the configuration."""
    own = {
        "HookInvocationStatus": p["HookStatus"],
        "FailureMode": p["FailureMode"],
        "TargetOperations": p["TargetOperations"],
        "Properties": p.without("Alias", "ExecutionRole", "FailureMode", "HookStatus", "TargetOperations"),
    }
    configuration = json.dumps({"CloudFormationConfiguration": {"HookConfiguration": own}})
    set_ = c("cloudformation", "set_type_configuration", Type="HOOK", TypeName=p["Alias"], Configuration=configuration)
    return set_["ConfigurationArn"]


def create(c, p):
    made = _configure(c, p)
    return Made(made, HookArn=made)


def change(c, made, p):
    _configure(c, p)


def delete(c, made, p):
    c("cloudformation", "deregister_type", Type="HOOK", TypeName=p["Alias"])


for kind in ("AWS::CloudFormation::GuardHook", "AWS::CloudFormation::LambdaHook"):
    creates(kind)(create)
    updates(kind)(change)
    deletes(kind)(delete)
