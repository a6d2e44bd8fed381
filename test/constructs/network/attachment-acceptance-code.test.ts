import { runInNewContext } from 'node:vm';
import { ACCEPTANCE_CODE } from '../../../constructs/network/attachment-acceptance-code';

interface Answer {
  readonly Status: string;
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
}

/** A command of the SDK. */
const command = (name: string) =>
  class {
    readonly name = name;
    constructor(readonly input: unknown) {}
  };

/** Runs the function against an EC2 whose attachment goes through these states, and says what CloudFormation hears. */
async function run(states: (string | undefined)[], requestType = 'Create', remaining = 600_000) {
  const calls: string[] = [];
  const answers: Answer[] = [];
  const ec2 = {
    EC2Client: class {
      send(sent: { name: string; input: unknown }) {
        calls.push(`${sent.name} ${JSON.stringify(sent.input)}`);
        if (sent.name === 'accept') return Promise.resolve({});
        const state = states.length > 1 ? states.shift() : states[0];
        return Promise.resolve({ TransitGatewayVpcAttachments: state ? [{ State: state }] : [] });
      }
    },
    DescribeTransitGatewayVpcAttachmentsCommand: command('describe'),
    AcceptTransitGatewayVpcAttachmentCommand: command('accept'),
  };
  let left = remaining;
  const exports: { handler?: (event: unknown, context: unknown) => Promise<void> } = {};
  runInNewContext(ACCEPTANCE_CODE, {
    exports,
    require: () => ec2,
    setTimeout: (resolve: () => void) => {
      left -= 5000;
      resolve();
    },
    fetch: (url: string, request: { method: string; body: string }) => {
      calls.push(`${request.method} ${url}`);
      answers.push(JSON.parse(request.body) as Answer);
      return Promise.resolve({ ok: true });
    },
  });
  const event = {
    RequestType: requestType,
    ResponseURL: 'https://answer',
    StackId: 's',
    RequestId: 'r',
    LogicalResourceId: 'l',
    ResourceProperties: { AttachmentId: 'tgw-attach-1' },
  };
  await exports.handler?.(event, { getRemainingTimeInMillis: () => left });
  return { calls, answers };
}

const ACCEPT = 'accept {"TransitGatewayAttachmentId":"tgw-attach-1"}';

test('fits into a template', () => {
  expect(ACCEPTANCE_CODE.length).toBeLessThanOrEqual(4096);
});

test('accepts an attachment once, and answers when it is available', async () => {
  const { calls, answers } = await run([
    'initiating',
    'pendingAcceptance',
    'pendingAcceptance',
    'pending',
    'available',
  ]);
  expect(calls.filter((call) => call === ACCEPT)).toHaveLength(1);
  expect(calls.at(-1)).toBe('PUT https://answer');
  expect(answers).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'tgw-attach-1' }]);
});

test('leaves an available attachment alone', async () => {
  const { calls, answers } = await run(['available'], 'Update');
  expect(calls).not.toContain(ACCEPT);
  expect(answers).toMatchObject([{ Status: 'SUCCESS' }]);
});

test('does nothing when it is removed', async () => {
  const { calls, answers } = await run([undefined], 'Delete');
  expect(calls).toEqual(['PUT https://answer']);
  expect(answers).toMatchObject([{ Status: 'SUCCESS' }]);
});

test.each<[string, (string | undefined)[], RegExp]>([
  ['an attachment that does not exist', [undefined], /tgw-attach-1 does not exist/],
  ['a rejected attachment', ['rejected'], /tgw-attach-1 is rejected, expected pendingAcceptance or available/],
  ['an attachment that never becomes available', ['pendingAcceptance'], /tgw-attach-1 is still pendingAcceptance/],
])('%s is a failure with its reason', async (_, states, reason) => {
  const { answers } = await run(states, 'Create', 60_000);
  expect(answers).toMatchObject([{ Status: 'FAILED', Reason: expect.stringMatching(reason) }]);
});
