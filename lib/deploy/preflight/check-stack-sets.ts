import { CloudFormationClient, DescribeOrganizationsAccessCommand } from '@aws-sdk/client-cloudformation';
import type { Check } from '../../model';
import { refusalOf, type AwsSession, type SigningKeys } from '../aws';
import type { Target } from '../plan';
import { resourcesOf } from './planned-use';

/**
 * Whether the organisation lets stack sets into its accounts, asked only where one is planned. CloudFormation alone can
 * switch that on: what AWS Organizations switches on lacks the roles.
 */
export async function checkStackSets(session: AwsSession, target: Target, keys: SigningKeys): Promise<Check[]> {
  const managed = resourcesOf(target.stacks).find(
    ({ type, properties }) =>
      type === 'AWS::CloudFormation::StackSet' && properties['PermissionModel'] === 'SERVICE_MANAGED',
  );
  if (!managed) return [];
  const base = { id: 'stack-sets', what: 'trusted access of stack sets', expected: 'ENABLED' };
  const remedy = `aws cloudformation activate-organizations-access --region ${target.region}, in the management account`;
  const client = new CloudFormationClient(session.config(target.region, keys));
  const CallAs = managed.properties['CallAs'] === 'DELEGATED_ADMIN' ? 'DELEGATED_ADMIN' : 'SELF';
  try {
    const { Status: found = 'no answer' } = await client.send(new DescribeOrganizationsAccessCommand({ CallAs }));
    return [{ ...base, state: found === 'ENABLED' ? 'ok' : 'fail', found, remedy }];
  } catch (error) {
    return [{ ...base, state: 'unknown', found: refusalOf(error).message, remedy }];
  } finally {
    client.destroy();
  }
}
