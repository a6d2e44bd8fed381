import { closing, type GroupRule } from '../../../lib/handlers/default-group/closing';
import { answerOf, requestOf } from '../support/custom-resource';

const INGRESS: GroupRule = { id: 'sgr-in', egress: false };
const EGRESS: GroupRule = { id: 'sgr-out', egress: true };
const GROUP = { DefaultSecurityGroupId: 'sg-1' };

/** A group whose rules are these at each look, the last from then on. @param refusal Name of the first revocation's error. */
function world(looks: GroupRule[][], { group, refusal }: { group?: string; refusal?: string } = {}) {
  const calls: string[] = [];
  let refused = refusal;
  const revoke = (direction: string) => async (groupId: string, ids: readonly string[]) => {
    calls.push(`${direction} ${groupId} ${ids.join()}`);
    const name = refused;
    refused = undefined;
    if (name !== undefined) throw Object.assign(new Error('no'), { name });
  };
  const work = closing({
    defaultOf: async () => group,
    rulesOf: async () => (looks.length > 1 ? looks.shift() : looks[0]) ?? [],
    revokeIngress: revoke('ingress'),
    revokeEgress: revoke('egress'),
  });
  return { calls, work };
}

const REVOKED = ['ingress sg-1 sgr-in', 'egress sg-1 sgr-out'];
const SUCCESS = { Status: 'SUCCESS', PhysicalResourceId: 'sg-1' };

test('Create takes all rules, whoever made them', async () => {
  const { calls, work } = world([[INGRESS, EGRESS], []]);
  expect(await answerOf(work, requestOf('Create', GROUP))).toMatchObject(SUCCESS);
  expect(calls).toEqual(REVOKED);
});

test('Update leaves an empty group alone, so that it can run again', async () => {
  const { calls, work } = world([[]]);
  expect(await answerOf(work, requestOf('Update', GROUP, 'sg-1'))).toMatchObject(SUCCESS);
  expect(calls).toEqual([]);
});

test('finds the group of a VPC that the template does not make', async () => {
  const request = requestOf('Create', { VpcId: 'vpc-1' });
  const found = world([[EGRESS], []], { group: 'sg-9' });
  expect(await answerOf(found.work, request)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'vpc-1' });
  expect(found.calls).toEqual(['egress sg-9 sgr-out']);
  expect(await answerOf(world([[]]).work, request)).toMatchObject({
    Status: 'FAILED',
    Reason: 'Error: the VPC vpc-1 has no default security group',
  });
});

test('looks again when somebody else took a rule first', async () => {
  const { calls, work } = world([[INGRESS], [EGRESS], []], { refusal: 'InvalidSecurityGroupRuleId.NotFound' });
  expect(await answerOf(work, requestOf('Create', GROUP))).toMatchObject(SUCCESS);
  expect(calls).toEqual(REVOKED);
});

test('Delete gives nothing back, and keeps the name of what it was', async () => {
  const { calls, work } = world([[INGRESS]]);
  expect(await answerOf(work, requestOf('Delete', GROUP, 'sg-1'))).toMatchObject(SUCCESS);
  expect(calls).toEqual([]);
});

test('a refusal is a failure with its reason, after which the next run goes on', async () => {
  const { calls, work } = world([[INGRESS], [INGRESS], []], { refusal: 'UnauthorizedOperation' });
  const refused = await answerOf(work, requestOf('Create', GROUP));
  expect(refused).toMatchObject({ Status: 'FAILED', Reason: 'UnauthorizedOperation: no' });
  expect(await answerOf(work, requestOf('Create', GROUP))).toMatchObject(SUCCESS);
  expect(calls).toEqual(['ingress sg-1 sgr-in', 'ingress sg-1 sgr-in']);
});

test('rules that come back each time are a failure', async () => {
  const answer = await answerOf(world([[INGRESS]]).work, requestOf('Create', GROUP));
  expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringMatching(/sg-1 still has 1 rules/) });
});
