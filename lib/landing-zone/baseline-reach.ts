import type { BaselineDeliveryProps } from '../../constructs/baseline';
import type { StackContext } from './context';
import { policyTargetId } from './policy-targets';

/** Whom the stack sets of this landing zone serve, and how: what the config says of the baseline. */
export function baselineReach({
  account,
  config,
}: StackContext): Omit<BaselineDeliveryProps, 'stackSetName' | 'template' | 'regions'> {
  const { failureTolerancePercent, concurrentPercent, units } = config.baseline;
  const top = config.organization.units.filter(({ parent, suspended }) => parent === 'Root' && !suspended);
  return {
    organizationalUnitIds: units?.map((unit) => policyTargetId(config, unit)) ?? top.map(({ id }) => id),
    administrator: account.role === 'management' ? 'management' : 'delegated',
    failureTolerancePercent,
    concurrentPercent,
    tags: config.tags,
  };
}
