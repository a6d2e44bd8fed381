"""What departments run: functions, services, databases, and what balances and filters their traffic."""

from contextlib import suppress

from moto.awslambda.models import lambda_backends

from ..resource import Made, by_call, creates, deletes


@creates("AWS::Lambda::Function")
def function(c, p):
    name = p.get("FunctionName") or c.name()
    code = p["Code"]
    given = p.without("FunctionName", "Code", "ReservedConcurrentExecutions")
    source = {"ZipFile": zipped(code["ZipFile"])} if "ZipFile" in code else code
    made = c("lambda", "create_function", given, FunctionName=name, Code=source)
    if "ReservedConcurrentExecutions" in p:
        c("lambda", "put_function_concurrency", FunctionName=name, ReservedConcurrentExecutions=p["ReservedConcurrentExecutions"])
    return Made(name, Arn=made["FunctionArn"])


def zipped(text):
    """Inline code as the package that CloudFormation makes of it."""
    import io
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("index.js", text)
    return buffer.getvalue()


@deletes("AWS::Lambda::Function")
def delete_function(c, made, p):
    c("lambda", "delete_function", FunctionName=made.physical_resource_id)


@creates("AWS::Lambda::Permission")
def permission(c, p):
    statement = c.name(100)
    c("lambda", "add_permission", p.without(), StatementId=statement)
    return Made(statement, Id=statement)


@creates("AWS::Lambda::EventSourceMapping")
def mapping(c, p):
    made = c("lambda", "create_event_source_mapping", p.without())["UUID"]
    return Made(made, Id=made)


@deletes("AWS::Lambda::EventSourceMapping")
def delete_mapping(c, made, p):
    c("lambda", "delete_event_source_mapping", UUID=made.physical_resource_id)


by_call(
    "AWS::ECS::Cluster",
    "ecs.create_cluster",
    "cluster.clusterName",
    attributes={"Arn": "cluster.clusterArn"},
    rename={"ClusterSettings": "settings"},
    delete=("delete_cluster", "cluster"),
)
by_call(
    "AWS::ECS::TaskDefinition",
    "ecs.register_task_definition",
    "taskDefinition.taskDefinitionArn",
    attributes={"TaskDefinitionArn": "taskDefinition.taskDefinitionArn"},
    delete=("deregister_task_definition", "taskDefinition"),
)


@creates("AWS::ECS::Service")
def service(c, p):
    name = p.get("ServiceName") or c.name(255)
    made = c("ecs", "create_service", p.without("ServiceName"), serviceName=name)["service"]
    return Made(made["serviceArn"], Name=name, ServiceArn=made["serviceArn"])


@deletes("AWS::ECS::Service")
def delete_service(c, made, p):
    c("ecs", "delete_service", cluster=p["Cluster"], service=made.attributes["Name"], force=True)


@creates("AWS::ElasticLoadBalancingV2::LoadBalancer")
def balancer(c, p):
    name = p.get("Name") or c.name(32)
    given = p.without("Name", "LoadBalancerAttributes", "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
    made = c("elbv2", "create_load_balancer", given, Name=name)["LoadBalancers"][0]
    arn = made["LoadBalancerArn"]
    if p.get("LoadBalancerAttributes"):
        c("elbv2", "modify_load_balancer_attributes", LoadBalancerArn=arn, Attributes=p["LoadBalancerAttributes"])
    full = arn.split("loadbalancer/")[1]
    return Made(arn, LoadBalancerArn=arn, DNSName=made["DNSName"], LoadBalancerFullName=full, CanonicalHostedZoneID=made["CanonicalHostedZoneId"])


@deletes("AWS::ElasticLoadBalancingV2::LoadBalancer")
def delete_balancer(c, made, p):
    arn = made.physical_resource_id
    attributes = [{"Key": "deletion_protection.enabled", "Value": "false"}]
    with suppress(Exception):
        c("elbv2", "modify_load_balancer_attributes", LoadBalancerArn=arn, Attributes=attributes)
    c("elbv2", "delete_load_balancer", LoadBalancerArn=arn)


@creates("AWS::ElasticLoadBalancingV2::TargetGroup")
def targets(c, p):
    name = p.get("Name") or c.name(32)
    made = c("elbv2", "create_target_group", p.without("Name", "TargetGroupAttributes", "Targets"), Name=name)
    arn = made["TargetGroups"][0]["TargetGroupArn"]
    if p.get("TargetGroupAttributes"):
        c("elbv2", "modify_target_group_attributes", TargetGroupArn=arn, Attributes=p["TargetGroupAttributes"])
    if p.get("Targets"):
        c("elbv2", "register_targets", TargetGroupArn=arn, Targets=p["Targets"])
    return Made(arn, TargetGroupArn=arn, TargetGroupFullName=arn.rsplit(":")[-1])


@deletes("AWS::ElasticLoadBalancingV2::TargetGroup")
def delete_targets(c, made, p):
    c("elbv2", "delete_target_group", TargetGroupArn=made.physical_resource_id)


by_call(
    "AWS::ElasticLoadBalancingV2::ListenerRule",
    "elbv2.create_rule",
    "Rules.0.RuleArn",
    attributes={"RuleArn": "Rules.0.RuleArn"},
    delete=("delete_rule", "RuleArn"),
)


@creates("AWS::ElasticLoadBalancingV2::Listener")
def listener(c, p):
    arn = c("elbv2", "create_listener", p.without("ListenerAttributes"))["Listeners"][0]["ListenerArn"]
    if p.get("ListenerAttributes"):
        c("elbv2", "modify_listener_attributes", ListenerArn=arn, Attributes=p["ListenerAttributes"])
    return Made(arn, ListenerArn=arn)


@deletes("AWS::ElasticLoadBalancingV2::Listener")
def delete_listener(c, made, p):
    c("elbv2", "delete_listener", ListenerArn=made.physical_resource_id)


@creates("AWS::RDS::DBSubnetGroup")
def subnet_group(c, p):
    name = (p.get("DBSubnetGroupName") or c.name(255)).lower()
    c("rds", "create_db_subnet_group", p.without("DBSubnetGroupName"), DBSubnetGroupName=name)
    return Made(name)


@deletes("AWS::RDS::DBSubnetGroup")
def delete_subnet_group(c, made, p):
    c("rds", "delete_db_subnet_group", DBSubnetGroupName=made.physical_resource_id)


@creates("AWS::RDS::DBParameterGroup")
def parameter_group(c, p):
    name = (p.get("DBParameterGroupName") or c.name(255)).lower()
    c("rds", "create_db_parameter_group", DBParameterGroupName=name, DBParameterGroupFamily=p["Family"], Description=p["Description"], Tags=p.get("Tags", []))
    values = [{"ParameterName": key, "ParameterValue": value, "ApplyMethod": "pending-reboot"} for key, value in p.get("Parameters", {}).items()]
    if values:
        c("rds", "modify_db_parameter_group", DBParameterGroupName=name, Parameters=values)
    return Made(name)


@deletes("AWS::RDS::DBParameterGroup")
def delete_parameter_group(c, made, p):
    c("rds", "delete_db_parameter_group", DBParameterGroupName=made.physical_resource_id)


@creates("AWS::RDS::DBInstance")
def database(c, p):
    name = (p.get("DBInstanceIdentifier") or c.name(63)).lower()
    secret = p.get("MasterUserSecret", {}).get("KmsKeyId")
    renamed = {"VpcSecurityGroupIds": p.get("VPCSecurityGroups"), "MasterUserSecretKmsKeyId": secret}
    given = p.without("DBInstanceIdentifier", "VPCSecurityGroups", "MasterUserSecret", "DeleteAutomatedBackups", "AllowMajorVersionUpgrade")
    made = c("rds", "create_db_instance", given, renamed, DBInstanceIdentifier=name)["DBInstance"]
    attributes = {"Endpoint.Address": made["Endpoint"]["Address"], "Endpoint.Port": made["Endpoint"]["Port"]}
    if "MasterUserSecret" in made:
        attributes["MasterUserSecret.SecretArn"] = made["MasterUserSecret"]["SecretArn"]
    return Made(name, DBInstanceArn=made["DBInstanceArn"], **attributes)


@deletes("AWS::RDS::DBInstance")
def delete_database(c, made, p):
    c("rds", "modify_db_instance", DBInstanceIdentifier=made.physical_resource_id, DeletionProtection=False)
    c("rds", "delete_db_instance", DBInstanceIdentifier=made.physical_resource_id, SkipFinalSnapshot=True)


@creates("AWS::ApplicationAutoScaling::ScalableTarget")
def scalable(c, p):
    c("application-autoscaling", "register_scalable_target", p.without("Tags"))
    return Made("|".join(p[key] for key in ("ResourceId", "ScalableDimension", "ServiceNamespace")))


@deletes("AWS::ApplicationAutoScaling::ScalableTarget")
def delete_scalable(c, made, p):
    resource, dimension, namespace = made.physical_resource_id.split("|")
    c("application-autoscaling", "deregister_scalable_target", ResourceId=resource, ScalableDimension=dimension, ServiceNamespace=namespace)


@creates("AWS::ApplicationAutoScaling::ScalingPolicy")
def scaling(c, p):
    resource, dimension, namespace = p["ScalingTargetId"].split("|")
    made = c("application-autoscaling", "put_scaling_policy", p.without("ScalingTargetId"), ResourceId=resource, ScalableDimension=dimension, ServiceNamespace=namespace)
    return Made(made["PolicyARN"])


@creates("AWS::WAFv2::WebACL")
def web_acl(c, p):
    made = c("wafv2", "create_web_acl", p.without())["Summary"]
    return Made(f"{made['Name']}|{made['Id']}|{p['Scope']}", Arn=made["ARN"], Id=made["Id"], LockToken=made["LockToken"])


@deletes("AWS::WAFv2::WebACL")
def delete_web_acl(c, made, p):
    name, found, scope = made.physical_resource_id.split("|")
    token = c("wafv2", "get_web_acl", Name=name, Id=found, Scope=scope)["LockToken"]
    c("wafv2", "delete_web_acl", Name=name, Id=found, Scope=scope, LockToken=token)


@creates("AWS::WAFv2::WebACLAssociation")
def web_acl_association(c, p):
    c("wafv2", "associate_web_acl", p.without())
    return Made(f"{p['WebACLArn']}|{p['ResourceArn']}")


@deletes("AWS::WAFv2::WebACLAssociation")
def delete_web_acl_association(c, made, p):
    c("wafv2", "disassociate_web_acl", ResourceArn=made.physical_resource_id.split("|")[1])


@creates("AWS::WAFv2::LoggingConfiguration")
def web_acl_logging(c, p):
    c("wafv2", "put_logging_configuration", LoggingConfiguration=p.without())
    return Made(p["ResourceArn"])


@deletes("AWS::WAFv2::LoggingConfiguration")
def delete_web_acl_logging(c, made, p):
    c("wafv2", "delete_logging_configuration", ResourceArn=made.physical_resource_id)
