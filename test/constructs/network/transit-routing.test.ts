import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { TransitHub, TransitRouting, type TransitRoutingProps } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { ARCHIVE, inventory, logKey, networkStack, ofType, resources } from './support/network';

const INSPECTION = { name: 'inspection', attachmentId: 'tgw-attach-1', associate: 'inspected', propagate: ['spokes'] };
const LICENSING = { name: 'licensing', attachmentId: 'tgw-attach-2', associate: 'spokes', propagate: ['inspected'] };

function routing(props: Partial<TransitRoutingProps> = {}, withKey = false) {
  const stack = networkStack();
  const hub = new TransitHub(stack, 'Hub', { routeTables: ['spokes', 'inspected'], flowLogs: ARCHIVE });
  const key = withKey ? { encryptionKey: logKey(stack) } : {};
  new TransitRouting(stack, 'Routing', { hub, attachments: [INSPECTION, LICENSING], ...key, ...props });
  return { stack, hub, table: (name: string) => stack.resolve(hub.routeTableId(name)) };
}

test('associates and propagates what it is told, and no spoke to a spoke', () => {
  const { stack, table } = routing();
  expect(ofType(stack, 'AWS::EC2::TransitGatewayRouteTableAssociation')).toEqual([
    { TransitGatewayAttachmentId: 'tgw-attach-1', TransitGatewayRouteTableId: table('inspected') },
    { TransitGatewayAttachmentId: 'tgw-attach-2', TransitGatewayRouteTableId: table('spokes') },
  ]);
  expect(ofType(stack, 'AWS::EC2::TransitGatewayRouteTablePropagation')).toEqual([
    { TransitGatewayAttachmentId: 'tgw-attach-1', TransitGatewayRouteTableId: table('spokes') },
    { TransitGatewayAttachmentId: 'tgw-attach-2', TransitGatewayRouteTableId: table('inspected') },
  ]);
  expect(inventory(stack)['AWS::Lambda::Function']).toBeUndefined();
});

test('sends spokes to the firewall, and what must never talk to nowhere', () => {
  const { stack, table } = routing({
    routes: [
      { routeTable: 'spokes', cidr: '0.0.0.0/0', to: 'inspection' },
      { routeTable: 'inspected', cidr: '192.168.0.0/16', blackhole: true },
    ],
  });
  expect(ofType(stack, 'AWS::EC2::TransitGatewayRoute')).toEqual([
    {
      DestinationCidrBlock: '0.0.0.0/0',
      TransitGatewayRouteTableId: table('spokes'),
      TransitGatewayAttachmentId: 'tgw-attach-1',
    },
    { DestinationCidrBlock: '192.168.0.0/16', TransitGatewayRouteTableId: table('inspected'), Blackhole: true },
  ]);
});

test.each<[string, TransitRoutingProps['quotas'], RegExp]>([
  ['attachments', { attachments: 1 }, /more than 1 attachments, .* breaks with licensing, the attachment number 2;/],
  ['routes', { routes: 2 }, /more than 2 routes, .* breaks with licensing, the attachment number 2;/],
])('warns of more %s than the gateway may have, and says which breaks it', (_, quotas, message) => {
  const routes = [{ routeTable: 'spokes', cidr: '0.0.0.0/0', to: 'inspection' }];
  const warnings = Annotations.fromStack(routing({ routes, quotas: quotas ?? {} }).stack).findWarning(
    '*',
    Match.anyValue(),
  );
  expect(warnings.map(({ entry }) => entry.data)).toEqual([expect.stringMatching(message)]);
  const enough = Annotations.fromStack(routing({ routes, quotas: { attachments: 2, routes: 3 } }).stack);
  expect(enough.findWarning('*', Match.anyValue())).toEqual([]);
});

test('counts what several need of one gateway together, and says it once', () => {
  const { stack, hub } = routing({ routes: [], attachments: [INSPECTION], quotas: { attachments: 2 } });
  for (const number of [2, 3, 4]) {
    const attachments = [{ ...LICENSING, name: `licensing-${number}`, attachmentId: `tgw-attach-${number}` }];
    new TransitRouting(stack, `Routing-${number}`, { hub, attachments, quotas: { attachments: 2 } });
  }
  const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
  expect(warnings.map(({ entry }) => entry.data)).toEqual([
    expect.stringMatching(/breaks with licensing-3, the attachment number 3;/),
  ]);
});

describe('with a VPC of another account', () => {
  const { stack } = routing({ attachments: [INSPECTION, { ...LICENSING, accept: true }] }, true);

  test('accepts its attachment by id before anything is routed to it', () => {
    const all = resources(stack);
    const [acceptance] = Object.entries(all).filter(([, found]) => found.Type === 'Custom::AcceptedAttachment');
    expect(acceptance?.[1].Properties).toMatchObject({ AttachmentId: 'tgw-attach-2' });
    const waiting = Object.values(all).filter((found) => found.DependsOn?.includes(acceptance?.[0] ?? ''));
    expect(waiting.map((found) => [found.Type, found.Properties['TransitGatewayAttachmentId']])).toEqual([
      ['AWS::EC2::TransitGatewayRouteTableAssociation', 'tgw-attach-2'],
      ['AWS::EC2::TransitGatewayRouteTablePropagation', 'tgw-attach-2'],
    ]);
  });

  test('by a function that may do nothing else, and keeps an encrypted log', () => {
    const [policy] = ofType(stack, 'AWS::IAM::ManagedPolicy');
    const actions = JSON.stringify(policy?.['PolicyDocument']).match(/"(ec2|logs):[A-Za-z]+"/g);
    expect(actions).toEqual([
      '"ec2:DescribeTransitGatewayVpcAttachments"',
      '"ec2:AcceptTransitGatewayVpcAttachment"',
      '"logs:CreateLogStream"',
      '"logs:PutLogEvents"',
    ]);
    expect(ofType(stack, 'AWS::Logs::LogGroup')[0]?.['KmsKeyId']).toBeDefined();
    expect(unacknowledged(stack)).toEqual([]);
  });
});

test('attachments keep their resources when others come, go or move', () => {
  const ids = [[INSPECTION, LICENSING], [LICENSING, INSPECTION], [LICENSING]].map((attachments) =>
    Object.keys(
      Template.fromStack(routing({ attachments }).stack).findResources('AWS::EC2::TransitGatewayRouteTableAssociation'),
    ).filter((logicalId) => logicalId.includes('licensing')),
  );
  expect(ids[1]).toEqual(ids[0]);
  expect(ids[2]).toEqual(ids[0]);
});

test.each<[string, Partial<TransitRoutingProps>, RegExp]>([
  ['an unknown route table', { attachments: [{ ...LICENSING, associate: 'dmz' }] }, /has no route table "dmz"/],
  ['one attachment twice', { attachments: [LICENSING, LICENSING] }, /attachments: found licensing twice/],
  [
    'an unknown attachment',
    { routes: [{ routeTable: 'spokes', cidr: '0.0.0.0/0', to: 'dmz' }] },
    /\[Network\/Routing\] route spokes 0.0.0.0\/0: found no attachment "dmz", expected one of inspection, licensing/,
  ],
  [
    'a route to nowhere and somewhere',
    { routes: [{ routeTable: 'spokes', cidr: '0.0.0.0/0', to: 'inspection', blackhole: true }] },
    /expected either `to` or `blackhole`, found both/,
  ],
  ['a route without an end', { routes: [{ routeTable: 'spokes', cidr: '0.0.0.0/0' }] }, /found neither/],
  [
    'one route twice',
    { routes: [1, 2].map(() => ({ routeTable: 'spokes', cidr: '0.0.0.0/0', to: 'inspection' })) },
    /routes: found spokes 0.0.0.0\/0 twice/,
  ],
  ['what is no block', { routes: [{ routeTable: 'spokes', cidr: '::1/0', to: 'inspection' }] }, /found "::1\/0"/],
  [
    'acceptance without a key for its log',
    { attachments: [{ ...LICENSING, accept: true }] },
    /encryptionKey: found none.*accepts licensing/,
  ],
])('%s is refused', (_, props, message) => {
  expect(() => routing(props)).toThrow(message);
});
