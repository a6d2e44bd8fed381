import { Aws, aws_lambda as lambda, aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DEPLOYMENT_ROLES } from '../deployment-roles';
import { AlertTopic } from '../detection';
import { DepartmentKey } from '../keys';
import { templateText } from '../template-text';
import { DeploymentHook, type HookJudgement } from './deployment-hook';
import { GuardHook } from './guard-hook';
import { guardRuleKey, guardRuleText, type GuardRuleChoice } from './guard-rule-text';
import { hookContent } from './hook-code';

/** What the hook of every account is made of. It is the same for all accounts of an organisation. */
export interface DeliveredHookProps extends Omit<HookJudgement, 'exemptRoles'> {
  /** Name of the landing zone: begins the alias of the key, and the names of the roles that keep it. */
  readonly name: string;
  /** Bucket from which the accounts of the region read the handler, by name. */
  readonly codeBucketName: string;
  /** Mailboxes that hear when the hook is switched off, changed or undecided. */
  readonly emails: readonly string[];
  /** Department that runs the landing zone; the hook's key is tagged and named by it. */
  readonly department: string;
  /** Classification of alerts and verdicts, which hold identifiers only: the lowest of the scheme. */
  readonly classification: string;
  /**
   * Names of roles of every account whose stack operations are not judged, beside `NAME-break-glass`.
   * @default - none
   */
  readonly exemptRoleNames?: readonly string[];
  /** The rules that look at properties alone as a Guard hook too, which needs no function. @default - none */
  readonly guard?: GuardRuleChoice;
}

/**
 * The template of the hook of an account as text: the same bytes for every account and region. It holds the hook with a
 * key, a topic, a log group and alarms of its own, so that it needs nothing of the account in which it stands.
 * @throws Error when the handler was not built, a file does not exist, or a property is malformed.
 */
export function hookTemplate(props: DeliveredHookProps): string {
  return templateWith(props, (scope) => hookCodeKey(scope, props));
}

/** The same for whoever knows already under which name the handler lies in the bucket. */
export function templateWith(props: DeliveredHookProps, codeKey: (scope: Construct) => string): string {
  return templateText({
    id: 'Hook',
    description: `The gate at deployment in an account of ${props.name}`,
    build: (stack) => new DeliveredHook(stack, 'Gate', { ...props, codeKey }),
  });
}

/** Name under which the handler lies in the bucket. */
export function hookCodeKey(scope: Construct, props: DeliveredHookProps): string {
  return `deployment-hook/${hookContent(scope, props)}.zip`;
}

class DeliveredHook extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { codeKey, ...props }: DeliveredHookProps & { readonly codeKey: (scope: Construct) => string },
  ) {
    super(scope, id);
    const { name, emails, codeBucketName, exemptRoleNames = [], guard } = props;
    const codeBucket = s3.Bucket.fromBucketName(this, 'Code', codeBucketName);
    const exemptRoles = [`${name}-break-glass`, ...exemptRoleNames].map(
      (role) => `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${role}`,
    );
    const encryptionKey = hookKey(this, props);
    const { topic } = new AlertTopic(this, 'Alerts', { encryptionKey, emails });
    new DeploymentHook(this, 'Hook', {
      ...props,
      encryptionKey,
      topic,
      // An account that was made a minute ago has no concurrency to reserve.
      reservedConcurrency: props.reservedConcurrency ?? 0,
      code: lambda.Code.fromBucketV2(codeBucket, codeKey(this)),
      exemptRoles,
    });
    if (!guard) return;
    const { alias: _gate, ...calls } = props;
    const key = guardRuleKey(guardRuleText(guard));
    new GuardHook(this, 'Guard', { ...calls, exemptRoles, rules: { bucket: codeBucket, key } });
  }
}

function hookKey(scope: Construct, { name, department, classification }: DeliveredHookProps): DepartmentKey {
  const key = new DepartmentKey(scope, 'Key', {
    department,
    classification,
    purpose: 'deployment-hook',
    alias: `alias/${name}/deployment-hook`,
    administrators: [`${name}-key-administrator`],
    breakGlassRoles: [`${name}-break-glass`],
    auditors: [`${name}-audit`],
    deploymentRoles: [...DEPLOYMENT_ROLES],
    viaServices: ['lambda', 'logs', 'sns'],
  });
  key.allowLogGroups();
  key.allowEvents();
  key.allowAlarms();
  return key;
}
