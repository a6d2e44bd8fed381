import type { aws_kms as kms, aws_logs as logs } from 'aws-cdk-lib';
import { ArnFormat, aws_iam as iam, aws_wafv2 as waf, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DEFAULT_PROFILE, profileById, type Profile } from '../../lib/profiles';
import { EncryptedLogGroup } from '../logging';

/** Rule groups of AWS that fit any web application; together about 950 of the 1,500 capacity units of a web ACL. */
export const MANAGED_RULE_GROUPS = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesSQLiRuleSet',
] as const;

/** Headers that say who somebody is: not for logs. */
const REDACTED_HEADERS = ['authorization', 'cookie'];

/** From which countries requests are taken, by their ISO 3166 codes of two letters. */
export type Countries = { readonly allow: readonly string[] } | { readonly block: readonly string[] };

export interface IngressWebAclProps {
  readonly name: string;
  readonly loadBalancerArn: string;
  /** Requests from one address in five minutes before it is blocked. */
  readonly requestsPerFiveMinutes: number;
  /** Names of AWS managed rule groups, in order. */
  readonly managedRuleGroups: readonly string[];
  readonly countries?: Countries | undefined;
  readonly encryptionKey: kms.IKey;
  /** Days to keep the log. @default what the profile asks */
  readonly logRetentionDays?: number | undefined;
  /** Jurisdiction that says how long logs are kept. @default hk-s17 */
  readonly profile?: Profile | undefined;
}

/** The web application firewall before a load balancer, with its log (NET-13, NET-20, LOG-06). */
export class IngressWebAcl extends Construct {
  readonly webAclArn: string;
  readonly logGroup: logs.ILogGroup;

  /** @throws Error when a country is malformed or given twice, or none is given. */
  constructor(scope: Construct, id: string, props: IngressWebAclProps) {
    super(scope, id);
    if (props.countries) requireCountries(this, props.countries);
    const webAcl = new waf.CfnWebACL(this, 'WebAcl', {
      name: props.name,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility(props.name),
      rules: [
        rateLimit(props.requestsPerFiveMinutes),
        ...props.managedRuleGroups.map((name, index) => managed(name, index + 1)),
        ...(props.countries ? [origin(props.countries)] : []),
      ],
    });
    this.webAclArn = webAcl.attrArn;
    new waf.CfnWebACLAssociation(this, 'Association', {
      resourceArn: props.loadBalancerArn,
      webAclArn: this.webAclArn,
    });
    // WAF writes only to log groups whose names begin like this.
    const logGroupName = `aws-waf-logs-${props.name}`;
    this.logGroup = new EncryptedLogGroup(this, 'Log', {
      encryptionKey: props.encryptionKey,
      profile: props.profile ?? profileById(DEFAULT_PROFILE),
      ...(props.logRetentionDays === undefined ? {} : { retentionDays: props.logRetentionDays }),
      logGroupName,
    });
    this.log(logGroupName);
  }

  private log(logGroupName: string): void {
    const stack = Stack.of(this);
    const delivery = this.logGroup.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [this.logGroup.logGroupArn],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    );
    const logging = new waf.CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: this.webAclArn,
      // WAF takes the group's ARN without the `:*` that CloudFormation returns.
      logDestinationConfigs: [
        stack.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: REDACTED_HEADERS.map((name) => ({ singleHeader: { Name: name } })),
    });
    logging.node.addDependency(this.logGroup);
    if (delivery.policyDependable) logging.node.addDependency(delivery.policyDependable);
  }
}

/** Priority 0: what floods is dropped before anything is looked at. */
function rateLimit(limit: number): waf.CfnWebACL.RuleProperty {
  return {
    name: 'RateLimit',
    priority: 0,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: { rateBasedStatement: { limit, evaluationWindowSec: 300, aggregateKeyType: 'IP' } },
    visibilityConfig: visibility('RateLimit'),
  };
}

/** Behind the managed groups, so that adding it moves none of them. */
const ORIGIN_PRIORITY = 1000;

const within = (codes: readonly string[]) => ({ geoMatchStatement: { countryCodes: [...codes] } });

function origin(countries: Countries): waf.CfnWebACL.RuleProperty {
  return {
    name: 'Origin',
    priority: ORIGIN_PRIORITY,
    action: { block: {} },
    statement:
      'allow' in countries ? { notStatement: { statement: within(countries.allow) } } : within(countries.block),
    visibilityConfig: visibility('Origin'),
  };
}

function requireCountries(scope: Construct, countries: Countries): void {
  const codes = 'allow' in countries ? countries.allow : countries.block;
  const label = `[${scope.node.path}] countries`;
  if (codes.length === 0) throw new Error(`${label}: found none, expected at least one, such as HK`);
  for (const [index, code] of codes.entries()) {
    if (!/^[A-Z]{2}$/.test(code)) throw new Error(`${label}: found "${code}", expected two capital letters such as HK`);
    if (codes.indexOf(code) !== index) throw new Error(`${label}: found ${code} twice, expected each country once`);
  }
}

function managed(name: string, priority: number): waf.CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
    visibilityConfig: visibility(name),
  };
}

function visibility(metricName: string): waf.CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true };
}
