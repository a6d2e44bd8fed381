import { EC2 } from '@aws-sdk/client-ec2';
import { customResource } from '../custom-resource';
import { responseWays } from '../response-ways';
import { closing, type GroupRule } from './closing';

// Many VPCs that are made at once are throttled.
const ec2 = new EC2({ maxAttempts: 8 });

/** Closes default security groups as a custom resource: what Lambda calls. */
export const handler = customResource(
  closing({
    defaultOf: async (vpcId) => {
      const Filters = [
        { Name: 'vpc-id', Values: [vpcId] },
        { Name: 'group-name', Values: ['default'] },
      ];
      return (await ec2.describeSecurityGroups({ Filters })).SecurityGroups?.[0]?.GroupId;
    },
    rulesOf,
    revokeIngress: (GroupId, ids) => ec2.revokeSecurityGroupIngress({ GroupId, SecurityGroupRuleIds: [...ids] }),
    revokeEgress: (GroupId, ids) => ec2.revokeSecurityGroupEgress({ GroupId, SecurityGroupRuleIds: [...ids] }),
  }),
  responseWays,
);

async function rulesOf(groupId: string): Promise<readonly GroupRule[]> {
  const rules: GroupRule[] = [];
  let next: { NextToken?: string } = {};
  do {
    const page = await ec2.describeSecurityGroupRules({ Filters: [{ Name: 'group-id', Values: [groupId] }], ...next });
    for (const { SecurityGroupRuleId, IsEgress } of page.SecurityGroupRules ?? []) {
      if (SecurityGroupRuleId !== undefined) rules.push({ id: SecurityGroupRuleId, egress: IsEgress === true });
    }
    next = page.NextToken === undefined ? {} : { NextToken: page.NextToken };
  } while (next.NextToken !== undefined);
  return rules;
}
