import { runInNewContext } from 'node:vm';
import type { Stack } from 'aws-cdk-lib';
import { DeploymentLookup } from '../../../constructs/network/deployment-lookup';
import { FIND_MANAGED_LIST } from '../../../constructs/network/dns-managed-lists';
import { FIND_HUB_ATTACHMENT } from '../../../constructs/network/government-link-code';
import { logKey, networkStack, ofType } from './support/network';

interface Answer {
  readonly Status: string;
  readonly Reason?: string;
  readonly Data?: Record<string, string>;
}

/** The function as the template holds it. */
function codeOf(find: string): string {
  const stack: Stack = networkStack();
  new DeploymentLookup(stack, 'Lookup', {
    description: 'Looks something up',
    find,
    actions: ['ec2:DescribeTransitGatewayAttachments'],
    encryptionKey: logKey(stack),
  });
  const [found] = ofType(stack, 'AWS::Lambda::Function');
  if (!found) throw new Error('the stack has no function');
  return (found['Code'] as { ZipFile: string }).ZipFile;
}

/** Runs the function against pages of an interface of AWS, the last of which stays, and says what CloudFormation hears. */
async function run(find: string, properties: object, pages: object[], requestType = 'Create') {
  const sent: unknown[] = [];
  const answers: Answer[] = [];
  let left = 600_000;
  const client = class {
    send({ input }: { input: unknown }) {
      sent.push(input);
      return Promise.resolve(pages.length > 1 ? pages.shift() : pages[0]);
    }
  };
  const command = class {
    constructor(readonly input: unknown) {}
  };
  const exports: { handler?: (event: unknown, context: unknown) => Promise<void> } = {};
  runInNewContext(codeOf(find), {
    exports,
    require: () => new Proxy({}, { get: (_, name) => (String(name).endsWith('Client') ? client : command) }),
    setTimeout: (resolve: () => void) => {
      left -= 5000;
      resolve();
    },
    fetch: (_: string, { body }: { body: string }) => {
      answers.push(JSON.parse(body) as Answer);
      return Promise.resolve({ ok: true });
    },
  });
  const event = {
    RequestType: requestType,
    ResponseURL: 'https://answer',
    LogicalResourceId: 'l',
    ResourceProperties: properties,
  };
  await exports.handler?.(event, { getRemainingTimeInMillis: () => left });
  return { sent, answers };
}

describe('a managed domain list', () => {
  const Name = 'AWSManagedDomainsMalwareDomainList';
  const list = (Id: string, more: object = {}) => ({
    Id,
    Name,
    ManagedOwnerName: 'Route 53 Resolver DNS Firewall',
    ...more,
  });

  test('is found by its name, over pages, and never one of ours', async () => {
    const pages = [
      { FirewallDomainLists: [list('ours', { ManagedOwnerName: undefined })], NextToken: 'more' },
      { FirewallDomainLists: [list('rslvr-fdl-1')] },
    ];
    const { sent, answers } = await run(FIND_MANAGED_LIST, { Name }, pages);
    expect(answers).toMatchObject([{ Status: 'SUCCESS', Data: { ListId: 'rslvr-fdl-1' } }]);
    expect(sent).toMatchObject([{ MaxResults: 100 }, { NextToken: 'more' }]);
  });

  test('that the region does not have stops the deployment', async () => {
    const { answers } = await run(FIND_MANAGED_LIST, { Name }, [{ FirewallDomainLists: [] }]);
    expect(answers).toMatchObject([{ Status: 'FAILED', Reason: `this region has no managed domain list ${Name}` }]);
  });

  test('is not looked for when its resource goes', async () => {
    const { sent, answers } = await run(FIND_MANAGED_LIST, { Name }, [{}], 'Delete');
    expect([sent, answers]).toMatchObject([[], [{ Status: 'SUCCESS' }]]);
  });
});

describe('an attachment of a line', () => {
  const line = { TransitGatewayId: 'tgw-1', ResourceId: 'vpn-1' };
  const page = (State: string) => ({
    TransitGatewayAttachments: [{ State, TransitGatewayAttachmentId: 'tgw-attach-1' }],
  });

  test('is found when it is available', async () => {
    const { sent, answers } = await run(FIND_HUB_ATTACHMENT, line, [page('pending'), page('available')]);
    expect(answers).toMatchObject([{ Status: 'SUCCESS', Data: { AttachmentId: 'tgw-attach-1' } }]);
    expect(sent).toHaveLength(2);
    expect(JSON.stringify(sent[0])).toContain('{"Name":"resource-id","Values":["vpn-1"]}');
  });

  test('that does not come stops the deployment, and says why', async () => {
    const { answers } = await run(FIND_HUB_ATTACHMENT, line, [page('failed')]);
    expect(answers).toMatchObject([{ Status: 'FAILED', Reason: 'no available attachment of vpn-1 to tgw-1: failed' }]);
  });
});

test('both fit into a template', () => {
  for (const find of [FIND_MANAGED_LIST, FIND_HUB_ATTACHMENT]) expect(codeOf(find).length).toBeLessThanOrEqual(4096);
});
