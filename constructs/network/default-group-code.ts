/**
 * Source of the function behind `ClosedDefaultGroup`, as CloudFormation stores it in the template (at most 4,096
 * characters). It takes all rules from a default security group, whoever made them, and leaves an empty one alone.
 */
export const CLOSING_CODE = `
const ec2 = require('@aws-sdk/client-ec2');
const client = new ec2.EC2Client({ maxAttempts: 8 });
const ROUNDS = 5;

async function groupOf({ DefaultSecurityGroupId, VpcId }) {
  if (DefaultSecurityGroupId) return DefaultSecurityGroupId;
  const Filters = [{ Name: 'vpc-id', Values: [VpcId] }, { Name: 'group-name', Values: ['default'] }];
  const found = await client.send(new ec2.DescribeSecurityGroupsCommand({ Filters }));
  const id = found.SecurityGroups?.[0]?.GroupId;
  if (!id) throw new Error('the VPC ' + VpcId + ' has no default security group');
  return id;
}

async function rulesOf(group) {
  const rules = [];
  let NextToken;
  do {
    const Filters = [{ Name: 'group-id', Values: [group] }];
    const page = await client.send(new ec2.DescribeSecurityGroupRulesCommand({ Filters, NextToken }));
    rules.push(...(page.SecurityGroupRules ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return rules;
}

async function revoke(Command, GroupId, rules) {
  if (rules.length === 0) return;
  try {
    await client.send(new Command({ GroupId, SecurityGroupRuleIds: rules.map((rule) => rule.SecurityGroupRuleId) }));
  } catch (error) {
    // Somebody else was faster: the next round looks again.
    if (!String(error.name).endsWith('.NotFound')) throw error;
  }
}

async function close(group) {
  for (let round = 0; round < ROUNDS; round += 1) {
    const rules = await rulesOf(group);
    if (rules.length === 0) return;
    await revoke(ec2.RevokeSecurityGroupIngressCommand, group, rules.filter((rule) => !rule.IsEgress));
    await revoke(ec2.RevokeSecurityGroupEgressCommand, group, rules.filter((rule) => rule.IsEgress));
  }
  const left = (await rulesOf(group)).length;
  if (left > 0) throw new Error('the default security group ' + group + ' still has ' + left + ' rules');
}

exports.handler = async (event) => {
  const answer = {
    Status: 'SUCCESS',
    PhysicalResourceId: event.PhysicalResourceId ?? event.LogicalResourceId,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
  };
  try {
    if (event.RequestType !== 'Delete') {
      answer.PhysicalResourceId = await groupOf(event.ResourceProperties);
      await close(answer.PhysicalResourceId);
    }
  } catch (error) {
    Object.assign(answer, { Status: 'FAILED', Reason: String(error.message) });
  }
  const sent = await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify(answer) });
  if (!sent.ok) throw new Error('CloudFormation did not take the answer: ' + sent.status);
};
`;
