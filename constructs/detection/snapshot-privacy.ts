import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/**
 * No EBS snapshot of this account and region can be public; those that are stop being so. Evidence for RES-16. Do not
 * use it where a declarative policy of the organisation sets the same attribute: the account may then not touch it.
 */
export class SnapshotPrivacy extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ec2.CfnSnapshotBlockPublicAccess(this, 'Block', { state: 'block-all-sharing' });
  }
}
