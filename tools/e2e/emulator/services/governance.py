"""What an organisation decides for its accounts, and what watches them."""

import json

from moto.ram.models import ResourceShare

from ..resource import Made, by_call, creates, deletes, updates

# moto knows an older list of what can be shared.
ResourceShare.SHAREABLE_RESOURCES.extend(["parameter", "profile", "firewall-rule-group"])


@creates("AWS::Organizations::Policy")
def policy(c, p):
    given = p.without("TargetIds", "Content")
    made = c("organizations", "create_policy", {"Description": ""}, given, Content=json.dumps(p["Content"]))["Policy"]["PolicySummary"]
    for target in p.get("TargetIds", []):
        c("organizations", "attach_policy", PolicyId=made["Id"], TargetId=target)
    return Made(made["Id"], Id=made["Id"], Arn=made["Arn"])


@updates("AWS::Organizations::Policy")
def change_policy(c, made, p):
    own = {"PolicyId": made.physical_resource_id}
    c("organizations", "update_policy", own, Name=p["Name"], Description=p.get("Description", ""), Content=json.dumps(p["Content"]))
    there = {target["TargetId"] for target in c("organizations", "list_targets_for_policy", own)["Targets"]}
    wanted = set(p.get("TargetIds", []))
    for target in wanted - there:
        c("organizations", "attach_policy", own, TargetId=target)
    for target in there - wanted:
        c("organizations", "detach_policy", own, TargetId=target)


@deletes("AWS::Organizations::Policy")
def delete_policy(c, made, p):
    own = {"PolicyId": made.physical_resource_id}
    for target in c("organizations", "list_targets_for_policy", own)["Targets"]:
        c("organizations", "detach_policy", own, TargetId=target["TargetId"])
    c("organizations", "delete_policy", own)


@creates("AWS::RAM::ResourceShare")
def share(c, p):
    made = c("ram", "create_resource_share", p.without())["resourceShare"]["resourceShareArn"]
    return Made(made, Arn=made)


@deletes("AWS::RAM::ResourceShare")
def delete_share(c, made, p):
    c("ram", "delete_resource_share", resourceShareArn=made.physical_resource_id)


@creates("AWS::Config::ConfigurationRecorder")
def recorder(c, p):
    name = p.get("Name", "default")
    group = {key[0].lower() + key[1:]: value for key, value in p["RecordingGroup"].items()} if "RecordingGroup" in p else {}
    c("config", "put_configuration_recorder", ConfigurationRecorder={"name": name, "roleARN": p["RoleARN"], "recordingGroup": group})
    return Made(name)


@deletes("AWS::Config::ConfigurationRecorder")
def delete_recorder(c, made, p):
    c("config", "delete_configuration_recorder", ConfigurationRecorderName=made.physical_resource_id)


@creates("AWS::Config::DeliveryChannel")
def channel(c, p):
    name = p.get("Name", "default")
    given = {**p.without("Name"), "name": name}
    c("config", "put_delivery_channel", DeliveryChannel=given)
    # AWS starts the recorder as soon as its channel is there.
    for found in c("config", "describe_configuration_recorders")["ConfigurationRecorders"]:
        c("config", "start_configuration_recorder", ConfigurationRecorderName=found["name"])
    return Made(name)


@deletes("AWS::Config::DeliveryChannel")
def delete_channel(c, made, p):
    for found in c("config", "describe_configuration_recorders")["ConfigurationRecorders"]:
        c("config", "stop_configuration_recorder", ConfigurationRecorderName=found["name"])
    c("config", "delete_delivery_channel", DeliveryChannelName=made.physical_resource_id)


@creates("AWS::Config::ConfigRule")
def rule(c, p):
    name = p.get("ConfigRuleName") or c.name()
    given = {**p.without(), "ConfigRuleName": name, "InputParameters": json.dumps(p.get("InputParameters", {}))}
    c("config", "put_config_rule", ConfigRule=given)
    return Made(name)


@deletes("AWS::Config::ConfigRule")
def delete_rule(c, made, p):
    c("config", "delete_config_rule", ConfigRuleName=made.physical_resource_id)


by_call(
    "AWS::Config::ConfigurationAggregator",
    "config.put_configuration_aggregator",
    "=ConfigurationAggregatorName",
    delete=("delete_configuration_aggregator", "ConfigurationAggregatorName"),
)


@creates("AWS::GuardDuty::Detector")
def detector(c, p):
    made = c("guardduty", "create_detector", p.without())["DetectorId"]
    return Made(made, Id=made)


@updates("AWS::GuardDuty::Detector")
def change_detector(c, made, p):
    c("guardduty", "update_detector", p.without("Tags"), DetectorId=made.physical_resource_id)


@deletes("AWS::GuardDuty::Detector")
def delete_detector(c, made, p):
    c("guardduty", "delete_detector", DetectorId=made.physical_resource_id)


@creates("AWS::SecurityHub::Hub")
def hub(c, p):
    c("securityhub", "enable_security_hub", p.without())
    return Made(c.arn("securityhub", "hub/default"))


@deletes("AWS::SecurityHub::Hub")
def delete_hub(c, made, p):
    c("securityhub", "disable_security_hub")


@creates("AWS::SecurityHub::DelegatedAdmin")
def hub_admin(c, p):
    c("securityhub", "enable_organization_admin_account", p.without())
    return Made(p["AdminAccountId"])


@creates("AWS::Macie::Session")
def macie(c, p):
    c("macie2", "enable_macie", p.without())
    return Made(c.account, AwsAccountId=c.account)


@deletes("AWS::Macie::Session")
def delete_macie(c, made, p):
    c("macie2", "disable_macie")


@creates("AWS::Backup::BackupVault")
def vault(c, p):
    name = p["BackupVaultName"]
    arn = c("backup", "create_backup_vault", p.without("AccessPolicy", "LockConfiguration"))["BackupVaultArn"]
    if "LockConfiguration" in p:
        c("backup", "put_backup_vault_lock_configuration", p["LockConfiguration"], BackupVaultName=name)
    if "AccessPolicy" in p:
        c("backup", "put_backup_vault_access_policy", BackupVaultName=name, Policy=p["AccessPolicy"])
    return Made(name, BackupVaultName=name, BackupVaultArn=arn)


@deletes("AWS::Backup::BackupVault")
def delete_vault(c, made, p):
    c("backup", "delete_backup_vault", BackupVaultName=made.physical_resource_id)


@creates("AWS::Backup::BackupPlan")
def plan(c, p):
    given = {**p["BackupPlan"], "Rules": p["BackupPlan"]["BackupPlanRule"]}
    del given["BackupPlanRule"]
    given["Rules"] = [{**{k: v for k, v in rule.items() if k != "TargetBackupVault"}, "TargetBackupVaultName": rule["TargetBackupVault"]} for rule in given["Rules"]]
    made = c("backup", "create_backup_plan", BackupPlan=given, BackupPlanTags=p.get("BackupPlanTags"))
    return Made(made["BackupPlanId"], BackupPlanId=made["BackupPlanId"], BackupPlanArn=made["BackupPlanArn"], VersionId=made["VersionId"])


@deletes("AWS::Backup::BackupPlan")
def delete_plan(c, made, p):
    c("backup", "delete_backup_plan", BackupPlanId=made.physical_resource_id)


@creates("AWS::Glue::Database")
def database(c, p):
    c("glue", "create_database", p.without())
    return Made(p["DatabaseInput"]["Name"])


@deletes("AWS::Glue::Database")
def delete_database(c, made, p):
    c("glue", "delete_database", Name=made.physical_resource_id)


@creates("AWS::Glue::Table")
def glue_table(c, p):
    c("glue", "create_table", p.without())
    return Made(p["TableInput"]["Name"])


@deletes("AWS::Glue::Table")
def delete_glue_table(c, made, p):
    c("glue", "delete_table", DatabaseName=p["DatabaseName"], Name=made.physical_resource_id)


by_call("AWS::Athena::NamedQuery", "athena.create_named_query", "NamedQueryId", attributes={"NamedQueryId": "NamedQueryId"})
by_call(
    "AWS::Athena::WorkGroup",
    "athena.create_work_group",
    "=Name",
    rename={"WorkGroupConfiguration": "Configuration"},
)


by_call(
    "AWS::Events::EventBus",
    "events.create_event_bus",
    "=Name",
    attributes={"Arn": "EventBusArn", "Name": "=Name"},
    delete=("delete_event_bus", "Name"),
)


@creates("AWS::Events::EventBusPolicy")
def event_bus_policy(c, p):
    policy = {"Version": "2012-10-17", "Statement": [{"Sid": p["StatementId"], **p["Statement"]}]}
    c("events", "put_permission", EventBusName=p["EventBusName"], Policy=json.dumps(policy))
    return Made(p["StatementId"])


@deletes("AWS::Events::EventBusPolicy")
def delete_event_bus_policy(c, made, p):
    c("events", "remove_permission", EventBusName=p["EventBusName"], StatementId=made.physical_resource_id)
