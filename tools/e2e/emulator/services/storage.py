"""Buckets, keys and queues of data at rest."""

import json

from moto.s3.models import FakeBucket
from moto.iam.access_control import PermissionResult

from ..resource import Made, creates, deletes, updates

# moto obeys bucket policies but not their conditions: one that denies requests without TLS would lock everybody out.
FakeBucket.get_permission = lambda self, *_, **__: PermissionResult.NEUTRAL
FakeBucket.allow_action = lambda self, *_, **__: True
# AWS takes the target of access logs before its policy lets them in.
FakeBucket._log_permissions_enabled_policy = staticmethod(lambda *_, **__: True)


@creates("AWS::S3::Bucket")
def bucket(c, p):
    name = p.get("BucketName") or c.name(63).lower()
    created = {"Bucket": name, "ObjectLockEnabledForBucket": p.get("ObjectLockEnabled", False)}
    if c.region != "us-east-1":
        created["CreateBucketConfiguration"] = {"LocationConstraint": c.region}
    c("s3", "create_bucket", created)
    settings(c, name, p)
    host = f"{name}.s3.{c.region}.amazonaws.com"
    return Made(name, Arn=f"arn:aws:s3:::{name}", DomainName=f"{name}.s3.amazonaws.com", RegionalDomainName=host)


@updates("AWS::S3::Bucket")
def change_bucket(c, made, p):
    settings(c, made.physical_resource_id, p)


def settings(c, name, p):
    def put(operation, key, parameter, shape):
        if key in p:
            c("s3", operation, Bucket=name, **{parameter: shape(p[key])})

    same = lambda value: value
    put("put_bucket_versioning", "VersioningConfiguration", "VersioningConfiguration", same)
    put("put_public_access_block", "PublicAccessBlockConfiguration", "PublicAccessBlockConfiguration", same)
    put("put_bucket_ownership_controls", "OwnershipControls", "OwnershipControls", same)
    put("put_bucket_encryption", "BucketEncryption", "ServerSideEncryptionConfiguration", encryption)
    put("put_object_lock_configuration", "ObjectLockConfiguration", "ObjectLockConfiguration", same)
    put("put_bucket_lifecycle_configuration", "LifecycleConfiguration", "LifecycleConfiguration", lifecycle)
    put("put_bucket_tagging", "Tags", "Tagging", lambda value: {"TagSet": value})
    put("put_bucket_replication", "ReplicationConfiguration", "ReplicationConfiguration", same)
    put("put_bucket_logging", "LoggingConfiguration", "BucketLoggingStatus", lambda value: {"LoggingEnabled": access_log(name, value)})
    if "InventoryConfigurations" in p:
        for item in p["InventoryConfigurations"]:
            c("s3", "put_bucket_inventory_configuration", Bucket=name, Id=item["Id"], InventoryConfiguration=inventory(item))


def encryption(value):
    rules = []
    for rule in value["ServerSideEncryptionConfiguration"]:
        default = rule["ServerSideEncryptionByDefault"]
        own = {"ApplyServerSideEncryptionByDefault": default, "BucketKeyEnabled": rule.get("BucketKeyEnabled", False)}
        rules.append(own)
    return {"Rules": rules}


def access_log(name, value):
    return {"TargetBucket": value.get("DestinationBucketName", name), "TargetPrefix": value.get("LogFilePrefix", "")}


def inventory(item):
    place = item["Destination"]
    return {
        "Id": item["Id"],
        "IsEnabled": item.get("Enabled", True),
        "IncludedObjectVersions": item["IncludedObjectVersions"],
        "Schedule": {"Frequency": item["ScheduleFrequency"]},
        "OptionalFields": item.get("OptionalFields", []),
        "Destination": {"S3BucketDestination": {"Bucket": place["BucketArn"], "Format": place["Format"], "Prefix": place.get("Prefix", "")}},
    }


def lifecycle(value):
    rules = []
    for index, rule in enumerate(value["Rules"]):
        found = {"ID": rule.get("Id", f"rule-{index}"), "Status": rule["Status"], "Filter": {"Prefix": rule.get("Prefix", "")}}
        if "ExpirationInDays" in rule:
            found["Expiration"] = {"Days": rule["ExpirationInDays"]}
        elif "ExpiredObjectDeleteMarker" in rule:
            found["Expiration"] = {"ExpiredObjectDeleteMarker": rule["ExpiredObjectDeleteMarker"]}
        if "Transitions" in rule:
            found["Transitions"] = [{"Days": item["TransitionInDays"], "StorageClass": item["StorageClass"]} for item in rule["Transitions"]]
        old = rule.get("NoncurrentVersionExpiration", {}).get("NoncurrentDays", rule.get("NoncurrentVersionExpirationInDays"))
        if old is not None:
            found["NoncurrentVersionExpiration"] = {"NoncurrentDays": old}
        if "AbortIncompleteMultipartUpload" in rule:
            found["AbortIncompleteMultipartUpload"] = rule["AbortIncompleteMultipartUpload"]
        rules.append(found)
    return {"Rules": rules}


@deletes("AWS::S3::Bucket")
def delete_bucket(c, made, p):
    c("s3", "delete_bucket", Bucket=made.physical_resource_id)


@creates("AWS::S3::BucketPolicy")
def bucket_policy(c, p):
    c("s3", "put_bucket_policy", Bucket=p["Bucket"], Policy=json.dumps(p["PolicyDocument"]))
    return Made(p["Bucket"])


@updates("AWS::S3::BucketPolicy")
def change_bucket_policy(c, made, p):
    c("s3", "put_bucket_policy", Bucket=p["Bucket"], Policy=json.dumps(p["PolicyDocument"]))


@deletes("AWS::S3::BucketPolicy")
def delete_bucket_policy(c, made, p):
    c("s3", "delete_bucket_policy", Bucket=made.physical_resource_id)


@creates("AWS::KMS::Key")
def key(c, p):
    rotation = ("EnableKeyRotation", "RotationPeriodInDays", "PendingWindowInDays", "Enabled")
    given = p.without(*rotation, "KeyPolicy")
    made = c("kms", "create_key", given, Policy=p["KeyPolicy"])["KeyMetadata"]
    rotate(c, made["KeyId"], p)
    return Made(made["KeyId"], Arn=made["Arn"], KeyId=made["KeyId"])


def rotate(c, key_id, p):
    if str(p.get("EnableKeyRotation", False)).lower() == "true":
        days = {"RotationPeriodInDays": p["RotationPeriodInDays"]} if "RotationPeriodInDays" in p else {}
        c("kms", "enable_key_rotation", days, KeyId=key_id)
    elif p.get("KeySpec", "SYMMETRIC_DEFAULT") == "SYMMETRIC_DEFAULT":
        c("kms", "disable_key_rotation", KeyId=key_id)


@updates("AWS::KMS::Key")
def change_key(c, made, p):
    c("kms", "put_key_policy", KeyId=made.physical_resource_id, PolicyName="default", Policy=p["KeyPolicy"])
    rotate(c, made.physical_resource_id, p)


@deletes("AWS::KMS::Key")
def delete_key(c, made, p):
    c("kms", "schedule_key_deletion", KeyId=made.physical_resource_id, PendingWindowInDays=p.get("PendingWindowInDays", 30))


@creates("AWS::KMS::Alias")
def alias(c, p):
    c("kms", "create_alias", AliasName=p["AliasName"], TargetKeyId=p["TargetKeyId"].rsplit("/")[-1])
    return Made(p["AliasName"])


@deletes("AWS::KMS::Alias")
def delete_alias(c, made, p):
    c("kms", "delete_alias", AliasName=made.physical_resource_id)


@creates("AWS::DynamoDB::Table")
def table(c, p):
    name = p.get("TableName") or c.name(255)
    sse = {**p["SSESpecification"]} if "SSESpecification" in p else {}
    if sse:
        sse["Enabled"] = sse.pop("SSEEnabled", False)
    given = p.without("TableName", "PointInTimeRecoverySpecification", "SSESpecification")
    arn = c("dynamodb", "create_table", given, TableName=name, **({"SSESpecification": sse} if sse else {}))["TableDescription"]["TableArn"]
    if "PointInTimeRecoverySpecification" in p:
        c("dynamodb", "update_continuous_backups", TableName=name, PointInTimeRecoverySpecification=p["PointInTimeRecoverySpecification"])
    return Made(name, Arn=arn)


@deletes("AWS::DynamoDB::Table")
def delete_table(c, made, p):
    c("dynamodb", "delete_table", TableName=made.physical_resource_id)
