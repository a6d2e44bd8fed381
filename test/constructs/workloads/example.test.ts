import { App } from 'aws-cdk-lib';
import { workloadsExample } from '../../../examples/a-la-carte/workloads';
import { unacknowledged } from '../../support/compliance';
import { inventory, temporaryFolder } from './workbench';

describe('the example of workloads', () => {
  const stack = workloadsExample(new App({ outdir: temporaryFolder() }));

  test('is compliant', () => {
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('stands alone: service, database and key', () => {
    expect(inventory(stack)).toMatchObject({
      'AWS::KMS::Key': 1,
      'AWS::ECS::Service': 1,
      'AWS::RDS::DBInstance': 1,
      'AWS::ElasticLoadBalancingV2::LoadBalancer': 1,
    });
  });
});
