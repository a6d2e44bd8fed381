import { hubAttachment } from '../../../lib/handlers/hub-attachment/hub-attachment';
import { answerOf, requestOf } from '../support/custom-resource';

const LINE = { TransitGatewayId: 'tgw-1', ResourceId: 'vpn-1' };

/** A gateway whose attachment goes through these states; the last holds from then on. */
function gateway(states: string[], failure?: Error) {
  const asked: string[] = [];
  const work = hubAttachment(async (gatewayId, resourceId) => {
    asked.push(`${gatewayId} ${resourceId}`);
    if (failure) throw failure;
    const State = states.length > 1 ? states.shift() : states[0];
    return State === undefined ? [] : [{ State, TransitGatewayAttachmentId: 'tgw-attach-1' }];
  });
  return { asked, work };
}

test.each(['Create', 'Update'] as const)('%s finds it when it is available', async (type) => {
  const { asked, work } = gateway(['pending', 'available']);
  expect(await answerOf(work, requestOf(type, LINE))).toMatchObject({
    Status: 'SUCCESS',
    PhysicalResourceId: 'tgw-1/vpn-1',
    Data: { AttachmentId: 'tgw-attach-1' },
  });
  expect(asked).toEqual(['tgw-1 vpn-1', 'tgw-1 vpn-1']);
});

test.each([
  [['failed'], 'no available attachment of vpn-1 to tgw-1: failed'],
  [[], 'no available attachment of vpn-1 to tgw-1: none'],
])('that is %j at the end of the time stops the deployment, and says why', async (states, reason) => {
  const answer = await answerOf(gateway(states).work, requestOf('Create', LINE), 60_000);
  expect(answer).toMatchObject({ Status: 'FAILED', Reason: `Error: ${reason}` });
});

test('a failure is told, and the next run finds it', async () => {
  const answer = await answerOf(gateway([], new Error('Throttling')).work, requestOf('Create', LINE));
  expect(answer).toMatchObject({ Status: 'FAILED', Reason: 'Error: Throttling' });
  expect(await answerOf(gateway(['available']).work, requestOf('Create', LINE))).toMatchObject({ Status: 'SUCCESS' });
});

test('Delete looks for nothing', async () => {
  const { asked, work } = gateway(['available']);
  expect(await answerOf(work, requestOf('Delete', LINE, 'tgw-1/vpn-1'))).toMatchObject({ Status: 'SUCCESS' });
  expect(asked).toEqual([]);
});
