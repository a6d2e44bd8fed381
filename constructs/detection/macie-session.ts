import { aws_macie as macie } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/**
 * Amazon Macie in this account and region: finds public buckets and sensitive content, findings published every fifteen
 * minutes. Evidence for DET-10. Which buckets are read is decided by automated discovery, which the delegated
 * administrator switches on; CloudFormation has no resource for it.
 */
export class MacieSession extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new macie.CfnSession(this, 'Session', { status: 'ENABLED', findingPublishingFrequency: 'FIFTEEN_MINUTES' });
  }
}
