import { Annotations, type Stack } from 'aws-cdk-lib';
import type { StackContext } from './context';

/**
 * Whether a part of a stack must be left out, because the home region does not publish a resource type that it is made
 * of; a note on the stack says so. Where nobody knows what the region publishes, nothing is left out.
 * @param what The part, as the note should call it.
 */
export function isLeftOut(
  stack: Stack,
  { config, profile }: Pick<StackContext, 'config' | 'profile'>,
  what: string,
  types: readonly string[],
): boolean {
  const missing = types.filter((type) => profile.absentTypes[config.homeRegion]?.has(type));
  if (missing.length === 0) return false;
  Annotations.of(stack).addInfoV2(
    'lionrock:left-out',
    `${what} is left out: ${config.homeRegion} does not publish ${missing.join(', ')}; see to it by other means`,
  );
  return true;
}
