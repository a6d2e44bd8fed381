import { arn, tags, route, BY_TAG, core, share, SPOKES, net, answers, SEGMENTS } from './cloud-wan-parts';
import { ask, group, instance, ref, resource, subnet, table, vpc, world, worldOf } from './world';

describe('what a template does not say of a core network', () => {
  const SHARED = { segments: SEGMENTS, 'segment-actions': [share('production', ['development'])] };

  test('is unknown for what crosses it, and for nothing else', () => {
    const reachability = worldOf(
      { Parameters: { Policy: { Type: 'String' } } },
      ...SPOKES,
      resource('Core', 'AWS::NetworkManager::CoreNetwork', { GlobalNetworkId: 'g', PolicyDocument: ref('Policy') }),
      instance('Neighbour', 'RedNet', ['RedGroup']),
    );
    const answer = ask(reachability, 'RedHost', 'PinkHost');
    expect(answer.answer).toBe('unknown');
    expect(answer.unresolved.join()).toContain('Core: its policy document is not in these templates');
    expect(ask(reachability, 'RedHost', 'PinkHost', { port: 80 }).answer).toBe('no');
    expect(ask(reachability, 'RedHost', 'Neighbour').answer).toBe('yes');
  });

  test('is read from JSON text as from a map', () => {
    const text = JSON.stringify({ segments: SEGMENTS, 'attachment-policies': BY_TAG });
    const parts = [
      ...SPOKES,
      resource('Core', 'AWS::NetworkManager::CoreNetwork', { GlobalNetworkId: 'g', PolicyDocument: text }),
    ];
    expect(ask(world(...parts), 'RedHost', 'PinkHost').answer).toBe('yes');
    expect(ask(world(...parts), 'RedHost', 'BlueHost').answer).toBe('no');
  });

  test('routing policies that filter routes are not guessed', () => {
    const filtered = { ...SHARED, version: '2025.11', 'routing-policies': [{ 'routing-policy-name': 'filter' }] };
    expect(answers(filtered)('Red', 'Blue')).toBe('unknown');
  });

  test('a core network of another account is only named', () => {
    const parts = [
      ...SPOKES,
      ...['Red', 'Pink'].map((id) => ({
        [`${id}Link`]: {
          Type: 'AWS::NetworkManager::VpcAttachment',
          Properties: {
            CoreNetworkId: 'core-network-0123456789abcdef0',
            VpcArn: arn('vpc', id),
            SubnetArns: [arn('subnet', `${id}Net`)],
          },
        },
        ...route(
          `${id}Out`,
          `${id}Table`,
          '0.0.0.0/0',
          'arn:aws:networkmanager::111122223333:core-network/core-network-0123456789abcdef0',
        ),
      })),
    ];
    const answer = ask(world(...parts, core({ segments: SEGMENTS })), 'RedHost', 'PinkHost');
    expect(answer.answer).toBe('unknown');
    expect(answer.unresolved.join()).toContain('core network core-network-0123456789abcdef0 is not in these templates');
  });

  // What a line announces is told at run time; both of its ends are named as the network beyond it.
  test('lines to other networks may lead anywhere beyond them', () => {
    const line = resource('Line', 'AWS::NetworkManager::SiteToSiteVpnAttachment', {
      CoreNetworkId: ref('Core'),
      VpnConnectionArn: 'arn:aws:ec2:ap-east-1:111122223333:vpn-connection/vpn-0123456789abcdef0',
      Tags: tags('production'),
    });
    const reachability = net({ segments: SEGMENTS }, line);
    expect(reachability.zones.map(({ name }) => name)).toContain('beyond Line');
    const can = (from: string, to: string) => ask(reachability, from, to).answer;
    expect([can('RedHost', 'beyond Line'), can('BlueHost', 'beyond Line')]).toEqual(['unknown', 'no']);
    expect([can('beyond Line', 'RedHost'), can('beyond Line', 'BlueHost')]).toEqual(['unknown', 'no']);
  });

  // AWS Cloud WAN user guide, Peerings: routes of a transit gateway's table and of a segment are exchanged by BGP.
  // https://docs.aws.amazon.com/network-manager/latest/cloudwan/cloudwan-peerings.html
  test('a transit gateway that peers with it may be reached through it', () => {
    const parts = [
      resource('Hub', 'AWS::EC2::TransitGateway', {}),
      vpc('Old', '10.7.0.0/16'),
      subnet('OldNet', 'Old', '10.7.1.0/24'),
      group('OldGroup', 'Old', 'tcp 443 0.0.0.0/0'),
      instance('OldHost', 'OldNet', ['OldGroup']),
      table('OldTable', 'Old', ['OldNet'], ['10.0.0.0/8 TransitGatewayId Hub']),
      resource('OldLink', 'AWS::EC2::TransitGatewayAttachment', {
        TransitGatewayId: ref('Hub'),
        VpcId: ref('Old'),
        SubnetIds: [ref('OldNet')],
      }),
    ];
    const peering = [
      resource('Peering', 'AWS::NetworkManager::TransitGatewayPeering', {
        CoreNetworkId: ref('Core'),
        TransitGatewayArn: { 'Fn::GetAtt': ['Hub', 'TransitGatewayArn'] },
      }),
      resource('Exchange', 'AWS::NetworkManager::TransitGatewayRouteTableAttachment', {
        PeeringId: ref('Peering'),
        TransitGatewayRouteTableArn: arn('transit-gateway-route-table', 'Table'),
      }),
      resource('Table', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }),
      resource('InTable', 'AWS::EC2::TransitGatewayRouteTableAssociation', {
        TransitGatewayAttachmentId: ref('OldLink'),
        TransitGatewayRouteTableId: ref('Table'),
      }),
    ];
    const joined = net({ segments: SEGMENTS }, ...parts, ...peering);
    expect(ask(joined, 'RedHost', 'OldHost').answer).toBe('unknown');
    expect(ask(joined, 'OldHost', 'RedHost').answer).toBe('unknown');
    expect(ask(net({ segments: SEGMENTS }, ...parts), 'RedHost', 'OldHost').answer).toBe('no');
  });
});
