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


@creates("AWS::Route53Resolver::ResolverEndpoint")
def endpoint(c, p):
    made = c("route53resolver", "create_resolver_endpoint", p.without(), CreatorRequestId=c.name())["ResolverEndpoint"]
    kept = {key: made[key] for key in ("Arn", "Direction", "HostVPCId", "IpAddressCount", "Name")}
    return Made(made["Id"], ResolverEndpointId=made["Id"], **kept)


@deletes("AWS::Route53Resolver::ResolverEndpoint")
def delete_endpoint(c, made, p):
    c("route53resolver", "delete_resolver_endpoint", ResolverEndpointId=made.physical_resource_id)


@creates("AWS::Route53Resolver::ResolverRule")
def rule(c, p):
    made = c("route53resolver", "create_resolver_rule", p.without(), CreatorRequestId=c.name())["ResolverRule"]
    return Made(made["Id"], ResolverRuleId=made["Id"], Arn=made["Arn"], DomainName=made["DomainName"], Name=made["Name"])


@deletes("AWS::Route53Resolver::ResolverRule")
def delete_rule(c, made, p):
    c("route53resolver", "delete_resolver_rule", ResolverRuleId=made.physical_resource_id)
