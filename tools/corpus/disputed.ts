import type { Category } from '../../lib/model';
import type { Label } from './labels';

/** Labels of an upstream rule that say something wrong, and what is right. */
export interface Dispute {
  /** Repository of the upstream rule. */
  readonly source: string;
  readonly rule: RegExp;
  /** The category that the rule is about; undefined where the label itself is wrong and is left out. */
  readonly instead?: Category;
  readonly reason: string;
}

const CFN_NAG = 'stelligent/cfn_nag';
const GUARD = 'aws-cloudformation/aws-guard-rules-registry';
const CDK_NAG = 'cdklabs/cdk-nag';
const CHECKOV = 'bridgecrewio/checkov';

/**
 * Topics were given to labels by the pattern of words, and some upstream tests expect what we hold to be wrong. Only a
 * label that is not met is looked up here; the report gives its figures with and without this list.
 */
export const DISPUTED: readonly Dispute[] = [
  {
    source: CFN_NAG,
    rule: /^F(16|18|21)$/,
    instead: 'public-exposure',
    reason: 'a policy that names everybody exposes a bucket, topic or queue; no network is opened',
  },
  {
    source: CFN_NAG,
    rule: /^(W5|W29|W40|F1000)$/,
    instead: 'network-open-egress',
    reason: 'the rule judges what leaves a security group',
  },
  {
    source: GUARD,
    rule: /^(EC2_)?SECURITY_GROUP_(EGRESS|MISSING_EGRESS)_/,
    instead: 'network-open-egress',
    reason: 'the rule judges what leaves a security group',
  },
  {
    source: CFN_NAG,
    rule: /^F45$/,
    instead: 'secrets-plaintext',
    reason: 'the token of an event source is a secret that stands in the template',
  },
  {
    source: GUARD,
    rule: /^EC2_NETWORK_ACL_/,
    instead: 'network-open-ingress',
    reason: 'an entry of a network ACL opens a network; no data is exposed by itself',
  },
  {
    source: CDK_NAG,
    rule: /^CognitoUserPoolStrongPasswordPolicy$/,
    instead: 'iam-privilege',
    reason: 'a policy for passwords is no secret in plain text',
  },
  {
    source: CDK_NAG,
    rule: /^IAMNoWildcardPermissions$/,
    instead: 'iam-privilege',
    reason: 'wildcards in the policy of an identity are a privilege; no network is opened',
  },
  {
    source: CHECKOV,
    rule: /^CKV_AWS_16[12]$/,
    instead: 'iam-privilege',
    reason: 'signing in to a database through IAM; the same rule of cdk-nag has the topic iam-privilege',
  },
  {
    source: CHECKOV,
    rule: /^CKV_AWS_107$/,
    instead: 'iam-privilege',
    reason: 'a permission to obtain credentials is a privilege, not a secret in plain text',
  },
  {
    source: GUARD,
    rule: /^(AMAZON_MQ_BROKER_USERS|IAM_USER_LOGIN_PROFILE)_/,
    reason: 'the templates state no password: nothing is in plain text',
  },
  {
    source: GUARD,
    rule: /_USES_SECURE_PARAMETER$/,
    reason:
      'a reference to a secure string without a version is still a secure parameter, or the property is not there',
  },
  {
    source: GUARD,
    rule: /^IAM_ROLE_NO_ALLOW_PLUS_NOT_PRINCIPAL$/,
    reason: 'the template that is called suppressed suppresses another rule',
  },
  {
    source: GUARD,
    rule: /^ELBV2_LISTENER_/,
    reason: 'the listener only redirects to HTTPS, as it should',
  },
  {
    source: GUARD,
    rule: /^API_GW_CACHE_ENABLED_AND_ENCRYPTED$/,
    reason: 'a cache that is off holds no data',
  },
  {
    source: CDK_NAG,
    rule: /^APIGWCacheEnabledAndEncrypted$/,
    reason: 'a cache that is off holds no data',
  },
  {
    source: CDK_NAG,
    rule: /^KinesisDataStreamDefaultKeyWhenSSE$/,
    reason: 'asks for AWS’s key, where a key of one’s own is asked for by KEY-02',
  },
  {
    source: CDK_NAG,
    rule: /^VPCNoNACLs$/,
    reason: 'network ACLs of one’s own are a second layer between zones (NET-02), not a fault',
  },
  {
    source: CDK_NAG,
    rule: /^MediaStore(CloudWatchMetric|ContainerLifecycle|ContainerCORS)Policy$/,
    reason: 'a policy for metrics, lifecycle or browsers grants nothing to anybody',
  },
  {
    source: CDK_NAG,
    rule: /^ALBWAFEnabled$/,
    reason: 'the load balancer is internal; a web ACL is asked for where the internet comes in',
  },
  {
    source: CHECKOV,
    rule: /^CKV_AWS_81$/,
    reason: 'a cluster that does not mention encryption in transit uses TLS, by default',
  },
  {
    source: CHECKOV,
    rule: /^ALBRedirectHTTPtoHTTPS$/,
    reason: 'what is wrong, and found, is the listener that forwards in the clear, not its load balancer',
  },
];

export function disputeOf({ source, ruleId }: Label): Dispute | undefined {
  return DISPUTED.find((dispute) => dispute.source === source && dispute.rule.test(ruleId));
}
