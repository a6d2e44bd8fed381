"""
Service-managed stack sets: in every account of the units, and in those that join later, a stack that this engine makes.
Region after region, in their order; an operation stops where more accounts of a region fail than it tolerates.
"""

import threading
import uuid

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import StackSet, cloudformation_backends
from moto.cloudformation.responses import CloudFormationResponse, StackSetOperationDTO
from moto.core.responses import ActionResult
from moto.organizations.models import OrganizationsBackend, organizations_backends

from ..identity import PARTITION

PRINCIPAL = "member.org.stacksets.cloudformation.amazonaws.com"
_create_set = CloudFormationResponse.create_stack_set
_update_set = CloudFormationResponse.update_stack_set
_move_account = OrganizationsBackend.move_account


class Instance:
    """The stack of one account and region."""

    def __init__(self, stack_set, unit, account, region):
        self.set, self.unit, self.account_id, self.region_name = stack_set, unit, account, region
        self.status, self.reason, self.stack = "OUTDATED", None, None
        self.name = f"StackSet-{stack_set.name}-{uuid.uuid4()}"

    def apply(self):
        """Makes the stack what the set's template says. @returns whether it stands as it should."""
        backend = cloudformation_backends[self.account_id][self.region_name]
        try:
            if self.stack is None or self.stack.status == "DELETE_COMPLETE":
                self.stack = backend.create_stack(self.name, self.set.template, {}, tags=self.set.tags)
            else:
                backend.update_stack(self.name, self.set.template, None, [], self.set.tags)
        except ValidationError as error:
            return self._end("CURRENT", None) if "No updates" in str(error) else self._end("OUTDATED", str(error))
        if self.stack.status.endswith(("ROLLBACK_COMPLETE", "FAILED")):
            failed = next((event for event in reversed(self.stack.events) if "_FAILED" in event.resource_status), None)
            return self._end("OUTDATED", f"ResourceLogicalId:{failed.logical_resource_id}, {failed.resource_status_reason}")
        return self._end("CURRENT", None)

    def _end(self, status, reason):
        self.status, self.reason = status, reason
        return status == "CURRENT"

    def delete(self):
        if self.stack is not None:
            cloudformation_backends[self.account_id][self.region_name].delete_stack(self.name)

    def to_dict(self):
        return {
            "StackSetId": self.set.id,
            "StackId": self.stack.stack_id if self.stack else None,
            "Account": self.account_id,
            "Region": self.region_name,
            "OrganizationalUnitId": self.unit,
            "Status": self.status,
            "StatusReason": self.reason,
            "StackInstanceStatus": {"DetailedStatus": "SUCCEEDED" if self.status == "CURRENT" else "FAILED"},
            "DriftStatus": "NOT_CHECKED",
        }


def accounts_of(organization, unit):
    """Accounts of a unit and those below it; the management account gets no instance."""
    below = [item.id for item in organization.ou if item.parent_id == unit]
    own = [item.id for item in organization.accounts if item.parent_id == unit and item.id != organization.account_id]
    return own + [account for item in below for account in accounts_of(organization, item)]


def organization_of(stack_set):
    return organizations_backends[stack_set.administrator][PARTITION]


def begin(stack_set, action, work):
    """Starts an operation, which goes on after the answer, as in AWS. @returns its id."""
    operation_id = str(uuid.uuid4())
    operation = stack_set._create_operation(operation_id, action, "RUNNING")
    threading.Thread(target=lambda: _run(stack_set, operation, work), daemon=True).start()
    return operation_id


def _run(stack_set, operation, work):
    try:
        instances = work()
        failed = serve(stack_set, instances)
        operation["Status"] = "FAILED" if failed else "SUCCEEDED"
        operation["StatusReason"] = failed
    except Exception as error:  # noqa: BLE001 - whatever ends an operation is its reason
        operation["Status"], operation["StatusReason"] = "FAILED", repr(error)


def serve(stack_set, instances):
    """@returns why the operation stopped; None where it came to its end."""
    order = stack_set.preferences.get("RegionOrder", [])
    regions = sorted({item.region_name for item in instances}, key=lambda name: order.index(name) if name in order else len(order))
    for region in regions:
        those = [item for item in instances if item.region_name == region]
        tolerated = len(those) * int(stack_set.preferences.get("FailureTolerancePercentage", 0)) // 100
        failed = []
        for item in those:
            if not item.apply():
                failed.append(item)
            if len(failed) > tolerated:
                return f"{failed[-1].account_id} {region}: {failed[-1].reason}"
    return None


def add(stack_set, units, regions):
    """Instances of units, where there are none yet."""
    known = {(item.account_id, item.region_name) for item in stack_set.instances.stack_instances}
    made = []
    for unit in units:
        for account in accounts_of(organization_of(stack_set), unit):
            made += [Instance(stack_set, unit, account, region) for region in regions if (account, region) not in known]
    stack_set.instances.stack_instances += made
    return made


def _lets_in(self):
    services = organizations_backends[self.current_account][PARTITION].services
    return any(service["ServicePrincipal"] == PRINCIPAL for service in services)


def create_stack_set(self):
    if self._get_param("PermissionModel") != "SERVICE_MANAGED":
        return _create_set(self)
    if not _lets_in(self):
        raise ValidationError(message="You must enable organizations access to operate a service managed stack set")
    answer = _create_set(self)
    made = self.cloudformation_backend.describe_stack_set(self._get_param("StackSetName"))
    made.administrator = self.current_account
    made.auto_deployment = _switches(self._get_params().get("AutoDeployment", {}))
    made.managed = _switches(self._get_params().get("ManagedExecution", {}))
    made.organizational_unit_ids, made.targets, made.preferences = [], [], {}
    return answer


def _switches(values):
    return {key: str(value).lower() == "true" for key, value in values.items()}


def _preferences(self):
    given = self._get_params().get("OperationPreferences", {})
    return {**given, "RegionOrder": given.get("RegionOrder", [])}


def create_stack_instances(self):
    found = self.cloudformation_backend.describe_stack_set(self._get_param("StackSetName"))
    targets = self._get_params().get("DeploymentTargets") or {}
    units = targets.get("OrganizationalUnitIds")
    if not units or "Accounts" in self._get_params():
        raise ValidationError(message="StackSets with SERVICE_MANAGED permission model can only have OrganizationalUnit as target")
    found.preferences = _preferences(self)
    found.organizational_unit_ids = [*found.organizational_unit_ids, *units]
    regions = self._get_param("Regions", [])
    found.targets.append((units, regions))
    return ActionResult({"OperationId": begin(found, "CREATE", lambda: add(found, units, regions))})


def update_stack_set(self):
    found = self.cloudformation_backend.describe_stack_set(self._get_param("StackSetName"))
    if found.permission_model != "SERVICE_MANAGED":
        return _update_set(self)
    if self._get_param("TemplateURL"):
        found.template = self._get_stack_from_s3_url(self._get_param("TemplateURL"))
    found.tags = {item["Key"]: item["Value"] for item in self._get_param("Tags", [])}
    found.preferences = _preferences(self)
    return ActionResult({"OperationId": begin(found, "UPDATE", lambda: list(found.instances.stack_instances))})


def delete_stack_instances(self):
    found = self.cloudformation_backend.describe_stack_set(self._get_param("StackSetName"))
    regions = self._get_param("Regions", [])
    gone = [item for item in found.instances.stack_instances if item.region_name in regions]

    def work():
        for item in gone:
            item.delete()
            found.instances.stack_instances.remove(item)
        return []

    return ActionResult({"OperationId": begin(found, "DELETE", work)})


def move_account(self, **kwargs):
    """An account that joins a unit gets what its stack sets deploy by themselves; one that leaves keeps it, unmanaged."""
    _move_account(self, **kwargs)
    for backend in list(cloudformation_backends[self.account_id].values()):
        for found in [item for item in backend.stacksets.values() if getattr(item, "auto_deployment", {}).get("Enabled")]:
            _follow(self, found)


def _follow(organization, found):
    reached = {account for units, _ in found.targets for unit in units for account in accounts_of(organization, unit)}
    instances = found.instances.stack_instances
    for item in [item for item in instances if item.account_id not in reached]:
        if not found.auto_deployment.get("RetainStacksOnAccountRemoval"):
            item.delete()
        instances.remove(item)
    begin(found, "CREATE", lambda: [made for units, regions in found.targets for made in add(found, units, regions)])


def describe_operation(self):
    backend = self.cloudformation_backend
    found, operation = backend.describe_stack_set_operation(self._get_param("StackSetName"), self._get_param("OperationId"))
    told = StackSetOperationDTO(operation, found)
    told.status_reason = operation.get("StatusReason")
    return ActionResult({"StackSetOperation": told})


def organizations_access(self):
    return ActionResult({"Status": "ENABLED" if _lets_in(self) else "DISABLED"})


def activate_organizations_access(self):
    organizations_backends[self.current_account][PARTITION].enable_aws_service_access(ServicePrincipal=PRINCIPAL)
    return ActionResult({})


def install():
    StackSet.managed_execution = property(lambda self: getattr(self, "managed", {"Active": False}))
    response = CloudFormationResponse
    response.create_stack_set, response.update_stack_set = create_stack_set, update_stack_set
    response.create_stack_instances, response.delete_stack_instances = create_stack_instances, delete_stack_instances
    response.describe_stack_set_operation = describe_operation
    response.describe_organizations_access = organizations_access
    response.activate_organizations_access = activate_organizations_access
    OrganizationsBackend.move_account = move_account

