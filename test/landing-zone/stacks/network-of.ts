import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { StackContext } from '../../../lib/landing-zone/context';
import { NetworkStacks } from '../../../lib/landing-zone/network-stacks';
import type { LandingZoneInput } from '../support/small-config';
import { keyOf, stageOf } from './stage-of';

/** The network stacks of one account of the small landing zone. */
export interface TestNetwork {
  readonly context: StackContext;
  readonly network: NetworkStacks;
  /** Ids of the stacks, the one of the key left out. */
  readonly ids: readonly string[];
  readonly stack: (id: string) => Stack;
  /** Properties of all resources of a type in a stack. */
  readonly ofType: (id: string, type: string) => Record<string, unknown>[];
}

export function networkOf(account: string, overrides: Partial<LandingZoneInput> = {}): TestNetwork {
  const { stage, context } = stageOf(account, overrides);
  const key = keyOf(stage);
  const network = new NetworkStacks(stage, { ...context, key, secretKey: () => key });
  const stack = (id: string): Stack => {
    const found = stage.node.findChild(id);
    if (!Stack.isStack(found)) throw new Error(`expected ${id} to be a stack`);
    return found;
  };
  const ofType = (id: string, type: string) =>
    Object.values(Template.fromStack(stack(id)).findResources(type)).map(
      (resource) => resource['Properties'] as Record<string, unknown>,
    );
  const ids = stage.node.children.map((child) => child.node.id).filter((id) => id !== 'keys');
  return { context, network, ids, stack, ofType };
}
