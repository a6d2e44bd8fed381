import { CloudFormationClient, DescribeOrganizationsAccessCommand } from '@aws-sdk/client-cloudformation';
import type { Check } from '../../model';
import { refusalOf, type AwsSession } from '../aws';
import type { Planned } from './planned-use';

/**
 * Whether the organisation lets stack sets into its accounts, asked only where one is planned. CloudFormation alone can
 * switch that on: what AWS Organizations switches on lacks the roles.
 */
export async function checkStackSets(session: AwsSession, { target, keys, resources }: Planned): Promise<Check[]> {
  const managed = resources.find(
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
    const { kind, message } = refusalOf(error);
    if (kind === 'throttled') throw error;
    const allow = `let ${target.lookupRole ?? 'the caller'} call cloudformation:DescribeOrganizationsAccess`;
    return [{ ...base, state: 'unknown', found: message, remedy: allow }];
  } finally {
    client.destroy();
  }
}
