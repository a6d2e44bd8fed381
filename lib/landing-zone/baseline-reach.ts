import type { BaselineDeliveryProps } from '../../constructs/baseline';
import type { StackContext } from './context';
import { policyTargetId } from './policy-targets';

/** Whom the stack sets of this landing zone serve, and how: what the config says of the baseline. */
export function baselineReach({
  account,
  config,
}: StackContext): Omit<BaselineDeliveryProps, 'stackSetName' | 'template' | 'regions'> {
  const { failureTolerancePercent, concurrentPercent, units, waves } = config.baseline;
  const top = config.organization.units.filter(({ parent, suspended }) => parent === 'Root' && !suspended);
  const chosen = waves ?? (units ? [units] : undefined);
  const ids = chosen?.map((wave) => wave.map((unit) => policyTargetId(config, unit)));
  const [first = top.map(({ id }) => id), ...laterWaves] = ids ?? [];
  return {
    organizationalUnitIds: first,
    laterWaves,
    administrator: account.role === 'management' ? 'management' : 'delegated',
    failureTolerancePercent,
    concurrentPercent,
    tags: config.tags,
  };
}
