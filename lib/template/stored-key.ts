import type { Graph, Resource } from './graph';
import { isKnownFunction } from './known-function';
import { Reference } from './value';

/** A custom resource for a key in a key store, for which CloudFormation has no resource; it has a policy as keys do. */
export const STORED_KEY = 'Custom::LionrockStoredKey';

/** Whether it surely makes such a key: the function refuses what is no key store, and makes keys nowhere else. */
export function isMadeInStore({ type, properties, condition }: Resource, graph: Graph): boolean {
  const token = properties['ServiceToken'];
  const maker = token instanceof Reference ? graph.follow(token) : undefined;
  return type === STORED_KEY && condition === undefined && maker !== undefined && isKnownFunction(maker, 'stored-key');
}
