import type { aws_ec2 as ec2 } from 'aws-cdk-lib';

/**
 * A VPC of the user's own, made by CDK or imported. Both are named, since under the compiler's
 * `exactOptionalPropertyTypes` CDK's own class does not fit its interface.
 */
export type AnyVpc = ec2.IVpc | ec2.Vpc;

/** A VPC as CDK's constructs take it. */
export function asVpc(vpc: AnyVpc): ec2.IVpc {
  if (isVpc(vpc)) return vpc;
  throw new Error('expected a VPC of CDK, made by `new ec2.Vpc` or imported by `ec2.Vpc.fromVpcAttributes`');
}

function isVpc(vpc: AnyVpc): vpc is ec2.IVpc {
  return 'vpcId' in vpc && 'selectSubnets' in vpc;
}
