import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountAccessAnalyzer } from '../../../constructs/identity';
import { ConfigAggregator } from '../../../constructs/logging';
import type { StackContext } from '../context';

/**
 * The configuration of all accounts, who outside the organisation reaches them and which rights nobody uses, in one place,
 * for auditors. Both are delegated to the account by the stack of the management account.
 */
export class AggregationStack extends Stack {
  constructor(scope: Construct, id: string, props: StackContext) {
    const { config, profile } = props;
    super(scope, id, { description: 'Configuration and access of all accounts', terminationProtection: true });
    new ConfigAggregator(this, 'Aggregator', {
      aggregatorName: config.name,
      regions: profile.regions,
    });
    new AccountAccessAnalyzer(this, 'Access', { organization: true });
  }
}
