import { GovernmentLink, TransitHub, TransitRouting, type GovernmentLinkProps } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { ARCHIVE, inventory, logKey, networkStack, ofType } from './support/network';

const VPN = { vpn: { customerAddress: '203.0.113.10', customerAsn: 65010 } };
const ROUTING = { inspection: 'inspection', own: 'government', inspected: 'inspected' };

function link(by: GovernmentLinkProps['by'], props: Partial<GovernmentLinkProps> = {}) {
  const stack = networkStack();
  const hub = new TransitHub(stack, 'Hub', { routeTables: ['government', 'inspected'], flowLogs: ARCHIVE });
  const made = new GovernmentLink(stack, 'gnet', {
    transitGatewayId: hub.transitGatewayId,
    by,
    announced: ['10.64.3.0/24'],
    accepted: ['10.200.0.0/16', '10.201.0.0/16'],
    log: { encryptionKey: logKey(stack) },
    ...props,
  });
  return { stack, hub, made };
}

describe('by VPN', () => {
  const { stack, hub, made } = link(VPN);
  new TransitRouting(stack, 'Routing', {
    hub,
    attachments: [
      made.routed(ROUTING),
      { name: 'inspection', attachmentId: 'tgw-attach-0123456789abcdef0', associate: 'inspected' },
    ],
    routes: made.routes(ROUTING),
  });

  test('has no finding that is not acknowledged', () => {
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('speaks IKE version 2 with strong algorithms, tells routes by BGP, and logs both tunnels', () => {
    expect(ofType(stack, 'AWS::EC2::CustomerGateway')).toMatchObject([{ IpAddress: '203.0.113.10', BgpAsn: 65010 }]);
    const tunnel = {
      IKEVersions: [{ Value: 'ikev2' }],
      Phase1EncryptionAlgorithms: [{ Value: 'AES256-GCM-16' }],
      Phase2EncryptionAlgorithms: [{ Value: 'AES256-GCM-16' }],
      Phase1DHGroupNumbers: [{ Value: 19 }, { Value: 20 }, { Value: 21 }],
      LogOptions: { CloudwatchLogOptions: { LogEnabled: true, BgpLogEnabled: true } },
    };
    expect(ofType(stack, 'AWS::EC2::VPNConnection')).toMatchObject([
      {
        StaticRoutesOnly: false,
        EnableAcceleration: false,
        PreSharedKeyStorage: 'SecretsManager',
        VpnTunnelOptionsSpecifications: [tunnel, tunnel],
      },
    ]);
  });

  test('filters routes both ways: nothing is propagated, and all that comes in is inspected', () => {
    expect(ofType(stack, 'AWS::EC2::TransitGatewayRouteTablePropagation')).toEqual([]);
    const tables = Object.fromEntries(
      ['government', 'inspected'].map((name) => [JSON.stringify(stack.resolve(hub.routeTableId(name))), name]),
    );
    const routes = ofType(stack, 'AWS::EC2::TransitGatewayRoute').map((route) => [
      tables[JSON.stringify(route['TransitGatewayRouteTableId'])],
      route['DestinationCidrBlock'],
      JSON.stringify(route['TransitGatewayAttachmentId']).includes('AttachmentId') ? 'gnet' : 'inspection',
    ]);
    expect(routes).toEqual([
      ['government', '10.64.3.0/24', 'inspection'],
      ['inspected', '10.200.0.0/16', 'gnet'],
      ['inspected', '10.201.0.0/16', 'gnet'],
    ]);
  });

  test('finds its attachment when the connection is there', () => {
    const [found] = ofType(stack, 'Custom::HubAttachment');
    expect(found).toMatchObject({ TransitGatewayId: {}, ResourceId: { Ref: expect.stringContaining('Connection') } });
  });
});

test('by VPN with a certificate there are no shared keys, and large numbers fit', () => {
  const certificateArn = 'arn:aws:acm:ap-east-1:111122223333:certificate/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2a';
  const { stack } = link({ vpn: { customerAddress: '203.0.113.10', customerAsn: 4_200_000_001, certificateArn } });
  expect(ofType(stack, 'AWS::EC2::CustomerGateway')).toMatchObject([
    { BgpAsnExtended: 4_200_000_001, CertificateArn: certificateArn },
  ]);
  expect(ofType(stack, 'AWS::EC2::VPNConnection')[0]).not.toHaveProperty('PreSharedKeyStorage');
});

describe('by Direct Connect', () => {
  test('announces the prefixes that are allowed, and no others', () => {
    const { stack } = link({ directConnect: {} });
    expect(unacknowledged(stack)).toEqual([]);
    expect(ofType(stack, 'AWS::DirectConnect::DirectConnectGateway')).toMatchObject([
      { DirectConnectGatewayName: 'gnet', AmazonSideAsn: '64513' },
    ]);
    expect(ofType(stack, 'AWS::DirectConnect::DirectConnectGatewayAssociation')).toMatchObject([
      { AllowedPrefixesToDirectConnectGateway: ['10.64.3.0/24'], AssociatedGatewayId: {} },
    ]);
    expect(inventory(stack)['AWS::EC2::VPNConnection']).toBeUndefined();
  });

  test('takes a gateway that exists', () => {
    const gatewayId = '5f294f92-bafb-4011-916d-9b0bexample';
    const { stack } = link({ directConnect: { gatewayId } });
    expect(ofType(stack, 'AWS::DirectConnect::DirectConnectGateway')).toEqual([]);
    expect(ofType(stack, 'Custom::HubAttachment')).toMatchObject([{ ResourceId: gatewayId }]);
  });
});

describe('refuses', () => {
  const many = Array.from({ length: 201 }, (_, index) => `10.64.${index}.0/24`);
  test.each<[string, GovernmentLinkProps['by'], Partial<GovernmentLinkProps>, RegExp]>([
    ['to announce nothing', VPN, { announced: [] }, /\[Network\/gnet\] announced: found none/],
    ['to follow everything', VPN, { accepted: ['0.0.0.0/0'] }, /accepted: found 0.0.0.0\/0, expected blocks/],
    ['a block twice', VPN, { accepted: ['10.200.0.0/16', '10.200.0.0/16'] }, /accepted: found 10.200.0.0\/16 twice/],
    [
      'its own addresses from outside',
      VPN,
      { accepted: ['10.64.0.0/14'] },
      /found 10.64.0.0\/14, which overlaps what is announced/,
    ],
    ['IPv6', VPN, { announced: ['2001:db8::/32'] }, /found the IPv6 block 2001:db8::\/32/],
    [
      'more prefixes than Direct Connect takes',
      { directConnect: {} },
      { announced: many },
      /found 201 blocks, expected at most 200/,
    ],
    [
      'a device by its name',
      { vpn: { customerAddress: 'vpn.example.hk', customerAsn: 65010 } },
      {},
      /customerAddress: found "vpn.example.hk"/,
    ],
    [
      'a number that is none',
      { vpn: { customerAddress: '203.0.113.10', customerAsn: 0 } },
      {},
      /customerAsn: found 0, expected 1 to 4294967294/,
    ],
    ['a public number of its own', { directConnect: { asn: 7018 } }, {}, /asn: found 7018, expected 64512 to 65534/],
  ])('%s', (_, by, props, message) => {
    expect(() => link(by, props)).toThrow(message);
  });
});
