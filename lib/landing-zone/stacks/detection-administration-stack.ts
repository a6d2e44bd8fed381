import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CaseRecord, OrganizationDetection } from '../../../constructs/detection';
import type { StackContext } from '../context';
import { deliveredTopic } from '../delivered-baseline';
import { isLeftOut } from '../left-out';
import { retentionDays } from '../retention';

export interface DetectionAdministrationStackProps extends StackContext {
  /** Key of the account for logs. */
  readonly key: kms.IKey;
  /** The account's topic for alerts. @default the one that the delivered baseline makes */
  readonly topic?: sns.ITopic;
}

/**
 * What the audit account does for all others: it sets the security services for the organisation, takes accounts as members
 * once their baseline is there, and opens a case for each grave finding of any of them.
 */
export class DetectionAdministrationStack extends Stack {
  constructor(scope: Construct, id: string, props: DetectionAdministrationStackProps) {
    const { config, profile, key } = props;
    super(scope, id, { description: 'Detection of all accounts, and cases', terminationProtection: true });
    const namePrefix = config.name;
    new OrganizationDetection(this, 'Detection', {
      namePrefix,
      organizationId: config.organization.id,
      log: { encryptionKey: key, profile, logRetentionDays: retentionDays(props, 'infrastructure') },
      topic: props.topic ?? deliveredTopic(this, config.name),
      sensitiveData: !isLeftOut(this, props, 'The search for personal data in all accounts', ['AWS::Macie::Session']),
      behaviourGraph: !isLeftOut(this, props, 'The behaviour graph', ['AWS::Detective::Graph']),
    });
    new CaseRecord(this, 'Cases', { namePrefix });
  }
}
