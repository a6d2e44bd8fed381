import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BaselineDelivery } from '../../../constructs/baseline';
import { baselineText } from '../baseline-text';
import type { StackContext } from '../context';
import { policyTargetId } from '../policy-targets';

/** The stack set that brings the baseline to the accounts of the organisation. */
export class BaselineDeliveryStack extends Stack {
  constructor(scope: Construct, id: string, props: StackContext) {
    const { account, config } = props;
    super(scope, id, { description: `Baseline of the accounts of ${config.name}`, terminationProtection: true });
    const { failureTolerancePercent, concurrentPercent, units } = config.baseline;
    const top = config.organization.units.filter(({ parent, suspended }) => parent === 'Root' && !suspended);
    new BaselineDelivery(this, 'Baseline', {
      stackSetName: `${config.name}-baseline`,
      template: baselineText(props),
      organizationalUnitIds: units?.map((unit) => policyTargetId(config, unit)) ?? top.map(({ id: unitId }) => unitId),
      regions: [config.homeRegion],
      administrator: account.role === 'management' ? 'management' : 'delegated',
      failureTolerancePercent,
      concurrentPercent,
      tags: config.tags,
    });
  }
}
