import type * as cdk from 'aws-cdk-lib';
import type { Installed } from '../installed';

/** Types of which aws-cdk-lib has two classes, with the one that cdk-nag's rules look for: module, class. */
const TWINS: ReadonlyMap<string, readonly [module: string, name: string]> = new Map([
  ['AWS::EKS::Cluster', ['aws-cdk-lib/aws-eks', 'CfnCluster']],
  ['AWS::KinesisAnalyticsV2::Application', ['aws-cdk-lib/aws-kinesisanalytics', 'CfnApplicationV2']],
]);

/**
 * CfnInclude makes the other one of two classes of a type, and every rule on it would be silent. Both are generated from one
 * schema and hold the same properties, so the construct takes the class that the rules know.
 * @throws Error when they do not hold the same.
 */
export function becomeKnown(stack: cdk.Stack, { cdk: { CfnResource }, load }: Installed): void {
  for (const construct of stack.node.findAll()) {
    const twin = CfnResource.isCfnResource(construct) ? TWINS.get(construct.cfnResourceType) : undefined;
    if (!twin) continue;
    const [module, name] = twin;
    const known: object = load(module)[name].prototype;
    const own: object = Object.getPrototypeOf(construct);
    if (own === known) continue;
    if (membersOf(own) !== membersOf(known))
      throw new Error(`${module}.${name} is not what it was: rules would be silent`);
    Object.setPrototypeOf(construct, known);
  }
}

function membersOf(prototype: object): string {
  return Object.getOwnPropertyNames(prototype).toSorted().join();
}
