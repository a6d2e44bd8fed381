import { DescribePolicyCommand, ListTargetsForPolicyCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { expected, isLiteral, ofEach, type ReadBack } from './read-back';

/** Policies of the organisation say what the template says, and are attached where it says. */
export const GUARDRAILS: ReadBack = ofEach(
  'AWS::Organizations::Policy',
  'policies of the organisation are attached, word for word',
  async ({ account, physicalId: PolicyId, properties }, deployed) => {
    const client = new OrganizationsClient(await deployed.client(account));
    const { Policy: policy } = await client.send(new DescribePolicyCommand({ PolicyId }));
    const { Targets: targets = [] } = await client.send(new ListTargetsForPolicyCommand({ PolicyId }));
    client.destroy();
    const wanted = [...((properties['TargetIds'] as readonly string[] | undefined) ?? [])].toSorted();
    const content = properties['Content'];
    return [
      expected('type', properties['Type'], policy?.PolicySummary?.Type),
      expected('targets', wanted, targets.flatMap(({ TargetId }) => TargetId ?? []).toSorted()),
      isLiteral(content) && expected('content', content, JSON.parse(policy?.Content ?? 'null')),
    ];
  },
);
