import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BlockPublicAccess } from '../../../constructs/network';

/**
 * The account's setting against public access, which exists once: in a stack of its own, so that it moves with no VPC that
 * comes or goes. Stacks of VPCs exclude what faces the internet.
 */
export class PublicAccessStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, { description: 'Blocks public access to the VPCs of the account', terminationProtection: true });
    new BlockPublicAccess(this, 'BlockPublicAccess');
  }
}
