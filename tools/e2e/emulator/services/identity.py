"""Roles and policies."""

from contextlib import suppress

from moto.ssoadmin.models import ManagedPolicy, SSOAdminBackend

from ..resource import Made, at, by_call, creates, deletes, updates

# moto looks for policies of AWS at the root of their names only, and refuses those for job functions.
SSOAdminBackend._find_managed_policy = lambda self, arn: ManagedPolicy(arn, arn.rsplit("/", 1)[-1])


@creates("AWS::IAM::Role")
def role(c, p):
    name = p.get("RoleName") or c.name()
    made = c("iam", "create_role", p.without("RoleName", "ManagedPolicyArns", "Policies"), RoleName=name)["Role"]
    policies(c, name, p)
    return Made(name, Arn=made["Arn"], RoleId=made["RoleId"])


def policies(c, name, p):
    for arn in p.get("ManagedPolicyArns", []):
        c("iam", "attach_role_policy", RoleName=name, PolicyArn=arn)
    for policy in p.get("Policies", []):
        c("iam", "put_role_policy", policy, RoleName=name)


def strip(c, name):
    for policy in c("iam", "list_attached_role_policies", RoleName=name)["AttachedPolicies"]:
        c("iam", "detach_role_policy", RoleName=name, PolicyArn=policy["PolicyArn"])
    for policy in c("iam", "list_role_policies", RoleName=name)["PolicyNames"]:
        c("iam", "delete_role_policy", RoleName=name, PolicyName=policy)


@updates("AWS::IAM::Role")
def change_role(c, made, p):
    name = made.physical_resource_id
    c("iam", "update_assume_role_policy", RoleName=name, PolicyDocument=p["AssumeRolePolicyDocument"])
    given = {key: p[key] for key in ("Description", "MaxSessionDuration") if key in p}
    c("iam", "update_role", given, RoleName=name)
    if "PermissionsBoundary" in p:
        c("iam", "put_role_permissions_boundary", RoleName=name, PermissionsBoundary=p["PermissionsBoundary"])
    for policy in c("iam", "list_role_policies", RoleName=name)["PolicyNames"]:
        if policy in [item["PolicyName"] for item in p.get("Policies", [])]:
            c("iam", "delete_role_policy", RoleName=name, PolicyName=policy)
    policies(c, name, p)


@deletes("AWS::IAM::Role")
def delete_role(c, made, p):
    strip(c, made.physical_resource_id)
    c("iam", "delete_role", RoleName=made.physical_resource_id)


@creates("AWS::IAM::ManagedPolicy")
def managed_policy(c, p):
    name = p.get("ManagedPolicyName") or c.name(128)
    arn = c("iam", "create_policy", p.without("ManagedPolicyName", "Roles"), PolicyName=name)["Policy"]["Arn"]
    for role_name in p.get("Roles", []):
        c("iam", "attach_role_policy", RoleName=role_name, PolicyArn=arn)
    return Made(arn, PolicyArn=arn)


@updates("AWS::IAM::ManagedPolicy")
def change_managed_policy(c, made, p):
    arn = made.physical_resource_id
    for version in c("iam", "list_policy_versions", PolicyArn=arn)["Versions"]:
        if not version["IsDefaultVersion"]:
            c("iam", "delete_policy_version", PolicyArn=arn, VersionId=version["VersionId"])
    c("iam", "create_policy_version", PolicyArn=arn, PolicyDocument=p["PolicyDocument"], SetAsDefault=True)


@deletes("AWS::IAM::ManagedPolicy")
def delete_managed_policy(c, made, p):
    arn = made.physical_resource_id
    for found in c("iam", "list_entities_for_policy", PolicyArn=arn)["PolicyRoles"]:
        c("iam", "detach_role_policy", RoleName=found["RoleName"], PolicyArn=arn)
    c("iam", "delete_policy", PolicyArn=arn)


@creates("AWS::IAM::Policy")
def policy(c, p):
    for role_name in p.get("Roles", []):
        c("iam", "put_role_policy", RoleName=role_name, PolicyName=p["PolicyName"], PolicyDocument=p["PolicyDocument"])
    return Made(c.name(), Id=p["PolicyName"])


@updates("AWS::IAM::Policy")
def change_policy(c, made, p):
    for role_name in p.get("Roles", []):
        c("iam", "put_role_policy", RoleName=role_name, PolicyName=p["PolicyName"], PolicyDocument=p["PolicyDocument"])


@deletes("AWS::IAM::Policy")
def delete_policy(c, made, p):
    for role_name in p.get("Roles", []):
        with suppress(Exception):
            c("iam", "delete_role_policy", RoleName=role_name, PolicyName=p["PolicyName"])


by_call("AWS::IAM::ServiceLinkedRole", "iam.create_service_linked_role", "Role.RoleName")


@creates("AWS::SSO::PermissionSet")
def permission_set(c, p):
    made = c("sso-admin", "create_permission_set", p.without("ManagedPolicies", "InlinePolicy"))
    arn = at(made, "PermissionSet.PermissionSetArn")
    both = {"InstanceArn": p["InstanceArn"], "PermissionSetArn": arn}
    for policy_arn in p.get("ManagedPolicies", []):
        c("sso-admin", "attach_managed_policy_to_permission_set", both, ManagedPolicyArn=policy_arn)
    if p.get("InlinePolicy"):
        c("sso-admin", "put_inline_policy_to_permission_set", both, InlinePolicy=p["InlinePolicy"])
    return Made(f"{p['InstanceArn']}|{arn}", PermissionSetArn=arn)


@deletes("AWS::SSO::PermissionSet")
def delete_permission_set(c, made, p):
    c("sso-admin", "delete_permission_set", InstanceArn=p["InstanceArn"], PermissionSetArn=made.attributes["PermissionSetArn"])


@creates("AWS::SSO::Assignment")
def assignment(c, p):
    c("sso-admin", "create_account_assignment", p.without())
    return Made("|".join(p[key] for key in ("InstanceArn", "TargetId", "PermissionSetArn", "PrincipalId")))


@deletes("AWS::SSO::Assignment")
def delete_assignment(c, made, p):
    c("sso-admin", "delete_account_assignment", p.without())


@creates("AWS::IAM::OIDCProvider")
def oidc_provider(c, p):
    # AWS looks for the thumbprint itself where none is given; moto asks for one.
    given = {"ThumbprintList": p.get("ThumbprintList") or ["0" * 40]}
    made = c("iam", "create_open_id_connect_provider", given, Url=p["Url"], ClientIDList=p.get("ClientIdList", []))
    return Made(made["OpenIDConnectProviderArn"], Arn=made["OpenIDConnectProviderArn"])


@deletes("AWS::IAM::OIDCProvider")
def delete_oidc_provider(c, made, p):
    c("iam", "delete_open_id_connect_provider", OpenIDConnectProviderArn=made.physical_resource_id)
