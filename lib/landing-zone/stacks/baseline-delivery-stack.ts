import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BaselineDelivery } from '../../../constructs/baseline';
import { baselineReach } from '../baseline-reach';
import { baselineText } from '../baseline-text';
import type { StackContext } from '../context';

/** The stack set that brings the baseline to the accounts of the organisation. */
export class BaselineDeliveryStack extends Stack {
  constructor(scope: Construct, id: string, props: StackContext) {
    const { config } = props;
    super(scope, id, { description: `Baseline of the accounts of ${config.name}`, terminationProtection: true });
    new BaselineDelivery(this, 'Baseline', {
      ...baselineReach(props),
      stackSetName: `${config.name}-baseline`,
      template: baselineText(props),
      regions: [config.homeRegion],
    });
  }
}
