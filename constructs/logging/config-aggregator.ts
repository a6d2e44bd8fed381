import { aws_config as config, aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** Properties of {@link ConfigAggregator}. */
export interface ConfigAggregatorProps {
  /** Name of the aggregator. */
  readonly aggregatorName: string;
  /** Regions from which configuration is collected: those of the profile, never all. */
  readonly regions: readonly string[];
}

/**
 * Collects the configuration of all accounts of the organisation in one place, for the audit account, which must be a
 * delegated administrator of AWS Config. Evidence for GOV-11, DET-03 and RES-08.
 */
export class ConfigAggregator extends Construct {
  /** @throws Error when no region is named. */
  constructor(scope: Construct, id: string, props: ConfigAggregatorProps) {
    super(scope, id);
    if (props.regions.length === 0) {
      throw new Error(`[${this.node.path}] regions: expected at least one region, found none; name the profile's`);
    }
    const role = new iam.Role(this, 'Role', {
      description: 'Lets AWS Config list the accounts of the organisation',
      assumedBy: new iam.ServicePrincipal('config.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSConfigRoleForOrganizations')],
    });
    acknowledge(role, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSConfigRoleForOrganizations]':
        'AWS keeps this policy for exactly this purpose: it lists the accounts of the organisation and nothing else.',
    });
    new config.CfnConfigurationAggregator(this, 'Aggregator', {
      configurationAggregatorName: props.aggregatorName,
      organizationAggregationSource: { roleArn: role.roleArn, allAwsRegions: false, awsRegions: [...props.regions] },
    });
  }
}
