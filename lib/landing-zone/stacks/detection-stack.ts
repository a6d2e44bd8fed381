import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addAccountDetection } from '../../../constructs/baseline';
import { MacieSession, PostureAdministrator } from '../../../constructs/detection';
import { DelegatedAdministration } from '../../../constructs/organization';
import type { StackContext } from '../context';
import { isLeftOut } from '../left-out';

export interface DetectionStackProps extends StackContext {
  /** Key of the account for alerts. */
  readonly key: kms.IKey;
}

/**
 * What watches an account, and whom it tells: threat detection, posture checks, conformance rules, tamper alarms. It
 * needs the account's Config recorder.
 */
export class DetectionStack extends Stack {
  /** Where alerts of the account go. */
  readonly topic: sns.ITopic;

  constructor(scope: Construct, id: string, props: DetectionStackProps) {
    const { account, config, names, profile, key } = props;
    super(scope, id, { description: `Detection and alerts of ${account.name}`, terminationProtection: true });
    this.topic = addAccountDetection(this, {
      name: config.name,
      encryptionKey: key,
      emails: [config.contacts.security],
      reportTo: names.enrolmentBusArn,
    });
    if (account.role === 'management') {
      const accountId = names.accountOf('audit').id;
      new PostureAdministrator(this, 'PostureAdministrator', { accountId });
      new DelegatedAdministration(this, 'Delegation', { accountId, name: config.name, encryptionKey: key, profile });
    }
    // Not only where there are data sets: a session is what makes the account a member of the administrator's.
    if (!isLeftOut(this, props, 'The search for personal data in buckets', ['AWS::Macie::Session'])) {
      new MacieSession(this, 'Macie');
    }
  }
}
