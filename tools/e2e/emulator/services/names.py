"""Names: what resolves and records them."""

from moto.route53resolver.models import route53resolver_backends

from ..resource import Made, by_call, creates, deletes

by_call(
    "AWS::Route53Resolver::ResolverQueryLoggingConfig",
    "route53resolver.create_resolver_query_log_config",
    "ResolverQueryLogConfig.Id",
    attributes={"Id": "ResolverQueryLogConfig.Id", "Arn": "ResolverQueryLogConfig.Arn"},
)


@deletes("AWS::Route53Resolver::ResolverQueryLoggingConfig")
def delete_logging(c, made, p):
    # moto has no call for it.
    route53resolver_backends[c.account][c.region].resolver_query_log_configs.pop(made.physical_resource_id)


@creates("AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation")
def association(c, p):
    made = c("route53resolver", "associate_resolver_query_log_config", p.without())
    return Made(made["ResolverQueryLogConfigAssociation"]["Id"])


@deletes("AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation")
def delete_association(c, made, p):
    route53resolver_backends[c.account][c.region].resolver_query_log_config_associations.pop(made.physical_resource_id)


@creates("AWS::Route53Resolver::ResolverDNSSECConfig")
def validation(c, p):
    made = c("route53resolver", "update_resolver_dnssec_config", ResourceId=p["ResourceId"], Validation="ENABLE")
    return Made(made["ResolverDNSSECConfig"]["Id"])
