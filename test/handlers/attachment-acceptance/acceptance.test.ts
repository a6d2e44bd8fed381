import { acceptance } from '../../../lib/handlers/attachment-acceptance/acceptance';
import { answerOf, requestOf } from '../support/custom-resource';

const PROPERTIES = { AttachmentId: 'tgw-attach-1' };

/** Attachments of which one goes through these states; the last holds from then on. */
function world(states: (string | undefined)[], refusal?: string) {
  const accepted: string[] = [];
  const work = acceptance({
    stateOf: async () => (states.length > 1 ? states.shift() : states[0]),
    accept: async (id) => {
      accepted.push(id);
      if (refusal !== undefined) throw new Error(refusal);
    },
  });
  return { accepted, work };
}

test('Create accepts an attachment once, and answers when it is available', async () => {
  const { accepted, work } = world(['initiating', 'pendingAcceptance', 'pendingAcceptance', 'pending', 'available']);
  const answer = await answerOf(work, requestOf('Create', PROPERTIES));
  expect(accepted).toEqual(['tgw-attach-1']);
  expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'tgw-attach-1' });
});

test('Update, and Create called again, leave an available attachment alone', async () => {
  const { accepted, work } = world(['available']);
  expect(await answerOf(work, requestOf('Update', PROPERTIES, 'tgw-attach-1'))).toMatchObject({ Status: 'SUCCESS' });
  expect(await answerOf(work, requestOf('Create', PROPERTIES))).toMatchObject({ Status: 'SUCCESS' });
  expect(accepted).toEqual([]);
});

test('Delete leaves it to whoever asked for it', async () => {
  const { accepted, work } = world([undefined]);
  const answer = await answerOf(work, requestOf('Delete', PROPERTIES, 'tgw-attach-1'));
  expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'tgw-attach-1' });
  expect(accepted).toEqual([]);
});

test.each<[string, (string | undefined)[], RegExp]>([
  ['an attachment that does not exist', [undefined], /tgw-attach-1 does not exist/],
  ['a rejected attachment', ['rejected'], /tgw-attach-1 is rejected, expected pendingAcceptance or available/],
  ['an attachment that never becomes available', ['pendingAcceptance'], /tgw-attach-1 is still pendingAcceptance/],
])('%s is a failure with its reason, told in time', async (_, states, reason) => {
  const answer = await answerOf(world(states).work, requestOf('Create', PROPERTIES), 60_000);
  expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringMatching(reason) });
});

test('a refusal of EC2 is told, and the next run accepts', async () => {
  const refused = await answerOf(world(['pendingAcceptance'], 'Throttling').work, requestOf('Create', PROPERTIES));
  expect(refused).toMatchObject({ Status: 'FAILED', Reason: 'Error: Throttling' });
  const { accepted, work } = world(['pendingAcceptance', 'available']);
  expect(await answerOf(work, requestOf('Create', PROPERTIES))).toMatchObject({ Status: 'SUCCESS' });
  expect(accepted).toEqual(['tgw-attach-1']);
});

test('without an id nothing is asked', async () => {
  const { accepted, work } = world(['pendingAcceptance']);
  const answer = await answerOf(work, requestOf('Create', {}));
  expect(answer).toMatchObject({ Status: 'FAILED', Reason: 'Error: found AttachmentId undefined: expected a text' });
  expect(accepted).toEqual([]);
});
