import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConfigAggregator } from '../../../constructs/logging';
import type { StackContext } from '../context';

/** The configuration of all accounts in one place, for auditors. */
export class AggregationStack extends Stack {
  constructor(scope: Construct, id: string, props: StackContext) {
    const { config, profile } = props;
    super(scope, id, { description: 'Configuration of all accounts, for auditors', terminationProtection: true });
    new ConfigAggregator(this, 'Aggregator', {
      aggregatorName: config.name,
      regions: profile.regions,
    });
  }
}
