"""Logs, trails, alarms and what carries them."""

import json

from ..resource import Made, by_call, creates, deletes, updates


@creates("AWS::Logs::LogGroup")
def group(c, p):
    name = p.get("LogGroupName") or c.name(512)
    given = p.without("LogGroupName", "RetentionInDays", "DataProtectionPolicy", "ResourcePolicyDocument")
    c("logs", "create_log_group", given, logGroupName=name)
    if "RetentionInDays" in p:
        c("logs", "put_retention_policy", logGroupName=name, retentionInDays=p["RetentionInDays"])
    return Made(name, Arn=c.arn("logs", f"log-group:{name}:*"))


@updates("AWS::Logs::LogGroup")
def change_group(c, made, p):
    name = made.physical_resource_id
    if "RetentionInDays" in p:
        c("logs", "put_retention_policy", logGroupName=name, retentionInDays=p["RetentionInDays"])
    if "KmsKeyId" in p:
        c("logs", "associate_kms_key", logGroupName=name, kmsKeyId=p["KmsKeyId"])


@deletes("AWS::Logs::LogGroup")
def delete_group(c, made, p):
    c("logs", "delete_log_group", logGroupName=made.physical_resource_id)


@creates("AWS::Logs::LogStream")
def stream(c, p):
    name = p.get("LogStreamName") or c.name(512)
    c("logs", "create_log_stream", logGroupName=p["LogGroupName"], logStreamName=name)
    return Made(name)


@creates("AWS::Logs::MetricFilter")
def metric_filter(c, p):
    name = p.get("FilterName") or c.name(512)
    c("logs", "put_metric_filter", p.without("FilterName"), filterName=name)
    return Made(name)


@deletes("AWS::Logs::MetricFilter")
def delete_metric_filter(c, made, p):
    c("logs", "delete_metric_filter", logGroupName=p["LogGroupName"], filterName=made.physical_resource_id)


@creates("AWS::Logs::Destination")
def destination(c, p):
    made = c("logs", "put_destination", p.without("DestinationPolicy"))["destination"]
    if "DestinationPolicy" in p:
        c("logs", "put_destination_policy", destinationName=p["DestinationName"], accessPolicy=p["DestinationPolicy"])
    return Made(p["DestinationName"], Arn=made["arn"])


@deletes("AWS::Logs::Destination")
def delete_destination(c, made, p):
    c("logs", "delete_destination", destinationName=made.physical_resource_id)


by_call(
    "AWS::Logs::ResourcePolicy",
    "logs.put_resource_policy",
    "=PolicyName",
    delete=("delete_resource_policy", "policyName"),
)


@creates("AWS::CloudTrail::Trail")
def trail(c, p):
    apart = ("IsLogging", "AdvancedEventSelectors", "EventSelectors", "InsightSelectors", "TrailName", "Tags", "KMSKeyId")
    name = p.get("TrailName") or c.name(128)
    made = c("cloudtrail", "create_trail", p.without(*apart), Name=name, KmsKeyId=p.get("KMSKeyId"), TagsList=p.get("Tags"))
    apply_trail(c, name, p)
    return Made(name, Arn=made["TrailARN"])


def apply_trail(c, name, p):
    if "AdvancedEventSelectors" in p:
        c("cloudtrail", "put_event_selectors", TrailName=name, AdvancedEventSelectors=p["AdvancedEventSelectors"])
    if "InsightSelectors" in p:
        c("cloudtrail", "put_insight_selectors", TrailName=name, InsightSelectors=p["InsightSelectors"])
    c("cloudtrail", "start_logging" if p["IsLogging"] in (True, "true") else "stop_logging", Name=name)


@updates("AWS::CloudTrail::Trail")
def change_trail(c, made, p):
    apart = ("IsLogging", "AdvancedEventSelectors", "EventSelectors", "InsightSelectors", "TrailName", "Tags", "KMSKeyId")
    c("cloudtrail", "update_trail", p.without(*apart), Name=made.physical_resource_id, KmsKeyId=p.get("KMSKeyId"))
    apply_trail(c, made.physical_resource_id, p)


@deletes("AWS::CloudTrail::Trail")
def delete_trail(c, made, p):
    c("cloudtrail", "delete_trail", Name=made.physical_resource_id)


@creates("AWS::CloudWatch::Alarm")
def alarm(c, p):
    name = p.get("AlarmName") or c.name(255)
    c("cloudwatch", "put_metric_alarm", p.without("AlarmName"), AlarmName=name)
    return Made(name, Arn=c.arn("cloudwatch", f"alarm:{name}"))


@deletes("AWS::CloudWatch::Alarm")
def delete_alarm(c, made, p):
    c("cloudwatch", "delete_alarms", AlarmNames=[made.physical_resource_id])


@creates("AWS::SNS::Topic")
def topic(c, p):
    attributes = {key: p[key] for key in ("KmsMasterKeyId", "DisplayName") if key in p}
    made = c("sns", "create_topic", Name=p.get("TopicName") or c.name(256), Attributes=attributes, Tags=p.get("Tags"))["TopicArn"]
    return Made(made, TopicArn=made, TopicName=made.rsplit(":")[-1])


@deletes("AWS::SNS::Topic")
def delete_topic(c, made, p):
    c("sns", "delete_topic", TopicArn=made.physical_resource_id)


@creates("AWS::SNS::TopicPolicy")
def topic_policy(c, p):
    for arn in p["Topics"]:
        c("sns", "set_topic_attributes", TopicArn=arn, AttributeName="Policy", AttributeValue=json.dumps(p["PolicyDocument"]))
    return Made(c.name())


by_call("AWS::SNS::Subscription", "sns.subscribe", "SubscriptionArn", delete=("unsubscribe", "SubscriptionArn"))


@creates("AWS::SQS::Queue")
def queue(c, p):
    name = p.get("QueueName") or c.name(80)
    attributes = {key: value for key, value in p.without("QueueName", "Tags").items()}
    url = c("sqs", "create_queue", QueueName=name, Attributes=attributes, tags=p.get("Tags"))["QueueUrl"]
    return Made(url, Arn=c.arn("sqs", name), QueueName=name, QueueUrl=url)


@deletes("AWS::SQS::Queue")
def delete_queue(c, made, p):
    c("sqs", "delete_queue", QueueUrl=made.physical_resource_id)


@creates("AWS::SQS::QueuePolicy")
def queue_policy(c, p):
    for url in p["Queues"]:
        c("sqs", "set_queue_attributes", QueueUrl=url, Attributes={"Policy": json.dumps(p["PolicyDocument"])})
    return Made(c.name())


@creates("AWS::Events::Rule")
def rule(c, p):
    name = p.get("Name") or c.name()
    arn = c("events", "put_rule", p.without("Name", "Targets"), Name=name)["RuleArn"]
    if p.get("Targets"):
        bus = {"EventBusName": p["EventBusName"]} if "EventBusName" in p else {}
        answer = c("events", "put_targets", bus, Rule=name, Targets=p["Targets"])
        if answer["FailedEntryCount"]:
            raise ValueError(answer["FailedEntries"][0]["ErrorMessage"])
    return Made(name, Arn=arn)


@updates("AWS::Events::Rule")
def change_rule(c, made, p):
    c("events", "put_rule", p.without("Name", "Targets"), Name=made.physical_resource_id)
    c("events", "put_targets", Rule=made.physical_resource_id, Targets=p.get("Targets", []))


@deletes("AWS::Events::Rule")
def delete_rule(c, made, p):
    name = made.physical_resource_id
    ids = [target["Id"] for target in c("events", "list_targets_by_rule", Rule=name)["Targets"]]
    if ids:
        c("events", "remove_targets", Rule=name, Ids=ids)
    c("events", "delete_rule", Name=name)


by_call(
    "AWS::KinesisFirehose::DeliveryStream",
    "firehose.create_delivery_stream",
    "=DeliveryStreamName",
    attributes={"Arn": "DeliveryStreamARN"},
    delete=("delete_delivery_stream", "DeliveryStreamName"),
)


@creates("AWS::SSM::Parameter")
def parameter(c, p):
    name = p.get("Name") or c.name(200)
    c("ssm", "put_parameter", p.without("Name"), Name=name)
    return Made(name, Type=p["Type"], Value=p["Value"])


@updates("AWS::SSM::Parameter")
def change_parameter(c, made, p):
    c("ssm", "put_parameter", p.without("Name", "Tags"), Name=made.physical_resource_id, Overwrite=True)
    made.attributes["Value"] = p["Value"]


@deletes("AWS::SSM::Parameter")
def delete_parameter(c, made, p):
    c("ssm", "delete_parameter", Name=made.physical_resource_id)


@creates("AWS::SSM::Document")
def document(c, p):
    c("ssm", "create_document", p.without("UpdateMethod", "Content"), Content=json.dumps(p["Content"]))
    return Made(p["Name"])


@deletes("AWS::SSM::Document")
def delete_document(c, made, p):
    c("ssm", "delete_document", Name=made.physical_resource_id)
