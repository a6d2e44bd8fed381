import { Template } from 'aws-cdk-lib/assertions';
import { TransitHub, type TransitHubProps } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { ARCHIVE, inventory, logKey, networkStack, expectTemplate } from './support/network';

const ORGANISATION = 'arn:aws:organizations::111122223330:organization/o-hkgov12345';
const PROPS: TransitHubProps = { routeTables: ['spokes', 'inspected'], flowLogs: ARCHIVE };

test('makes these resources when it is shared', () => {
  const stack = networkStack();
  new TransitHub(stack, 'Hub', { ...PROPS, shareWith: [ORGANISATION], gatewayIdParameter: '/government/hub' });
  expect(inventory(stack)).toEqual({
    'AWS::EC2::FlowLog': 1,
    'AWS::EC2::TransitGateway': 1,
    'AWS::EC2::TransitGatewayRouteTable': 2,
    'AWS::RAM::ResourceShare': 2,
    'AWS::SSM::Parameter': 1,
  });
  expect(unacknowledged(stack)).toEqual([]);
});

test('accepts, associates and propagates nothing by itself', () => {
  const stack = networkStack();
  new TransitHub(stack, 'Hub', PROPS);
  expectTemplate(stack).hasResourceProperties('AWS::EC2::TransitGateway', {
    AutoAcceptSharedAttachments: 'disable',
    DefaultRouteTableAssociation: 'disable',
    DefaultRouteTablePropagation: 'disable',
    MulticastSupport: 'disable',
    DnsSupport: 'enable',
    AmazonSideAsn: 64512,
  });
});

test('records its traffic, in the archive or in a log group', () => {
  const stack = networkStack();
  new TransitHub(stack, 'Hub', PROPS);
  new TransitHub(stack, 'Own', { ...PROPS, flowLogs: { encryptionKey: logKey(stack) } });
  for (const LogDestinationType of ['s3', 'cloud-watch-logs']) {
    expectTemplate(stack).hasResourceProperties('AWS::EC2::FlowLog', {
      ResourceType: 'TransitGateway',
      LogDestinationType,
    });
  }
  expect(unacknowledged(stack)).toEqual([]);
});

test('is shared inside the organisation alone, and not at all unless asked', () => {
  const stack = networkStack();
  new TransitHub(stack, 'Hub', { ...PROPS, shareWith: [ORGANISATION] });
  expectTemplate(stack).hasResourceProperties('AWS::RAM::ResourceShare', {
    AllowExternalPrincipals: false,
    Principals: [ORGANISATION],
  });
  const alone = networkStack();
  new TransitHub(alone, 'Hub', PROPS);
  expect(inventory(alone)['AWS::RAM::ResourceShare']).toBeUndefined();
});

test('keeps the ids of its route tables when they are reordered', () => {
  const ids = [PROPS.routeTables, [...PROPS.routeTables].toReversed()].map((routeTables) => {
    const stack = networkStack();
    new TransitHub(stack, 'Hub', { ...PROPS, routeTables });
    return Template.fromStack(stack).findResources('AWS::EC2::TransitGatewayRouteTable');
  });
  expect(ids[1]).toEqual(ids[0]);
});

test.each<[string, Partial<TransitHubProps>, RegExp]>([
  ['no route table', { routeTables: [] }, /\[Network\/Hub\] routeTables: found none/],
  ['one route table twice', { routeTables: ['spokes', 'spokes'] }, /routeTables: found spokes twice/],
  ['a public number', { asn: 9304 }, /asn: found 9304, expected a private number/],
])('%s is refused', (_, props, message) => {
  expect(() => new TransitHub(networkStack(), 'Hub', { ...PROPS, ...props })).toThrow(message);
});

test('a route table that it has not is refused', () => {
  const hub = new TransitHub(networkStack(), 'Hub', PROPS);
  expect(() => hub.routeTableId('dmz')).toThrow(/has no route table "dmz", expected one of spokes, inspected/);
});
