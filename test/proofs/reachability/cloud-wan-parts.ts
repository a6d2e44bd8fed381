import { group, instance, ref, resource, subnet, table, vpc, world, ask, type Resources } from './world';

export const arn = (kind: string, id: string) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:ec2:\${AWS::Region}:\${AWS::AccountId}:${kind}/\${${id}}`,
});
export const tags = (segment: string) => [{ Key: 'segment', Value: segment }];
const CORE = { 'Fn::GetAtt': ['Core', 'CoreNetworkArn'] };
export const route = (id: string, tableId: string, block: string, core: unknown = CORE): Resources =>
  resource(id, 'AWS::EC2::Route', { RouteTableId: ref(tableId), DestinationCidrBlock: block, CoreNetworkArn: core });

/** A VPC with one host that is attached with a tag, and sends everything to the core network. */
const spoke = (id: string, block: string, segment: string): Resources =>
  Object.assign(
    {},
    vpc(id, `${block}.0.0/16`),
    subnet(`${id}Net`, id, `${block}.1.0/24`),
    group(`${id}Group`, id, 'tcp 443 0.0.0.0/0'),
    instance(`${id}Host`, `${id}Net`, [`${id}Group`]),
    table(`${id}Table`, id, [`${id}Net`], []),
    route(`${id}Out`, `${id}Table`, '0.0.0.0/0'),
    resource(`${id}Link`, 'AWS::NetworkManager::VpcAttachment', {
      CoreNetworkId: ref('Core'),
      VpcArn: arn('vpc', id),
      SubnetArns: [arn('subnet', `${id}Net`)],
      Tags: tags(segment),
    }),
  ) as Resources;

export const BY_TAG = [
  {
    'rule-number': 100,
    conditions: [{ type: 'tag-exists', key: 'segment' }],
    action: { 'association-method': 'tag', 'tag-value-of-key': 'segment' },
  },
];
export const core = (policy: object): Resources =>
  resource('Core', 'AWS::NetworkManager::CoreNetwork', {
    GlobalNetworkId: 'global-network-0123456789abcdef0',
    PolicyDocument: {
      version: '2021.12',
      'core-network-configuration': { 'asn-ranges': ['64512-65534'], 'edge-locations': [{ location: 'ap-east-1' }] },
      'attachment-policies': BY_TAG,
      ...policy,
    },
  });
export const share = (segment: string, others: unknown) => ({
  action: 'share',
  mode: 'attachment-route',
  segment,
  'share-with': others,
});
export const segment = (name: string, more: object = {}) => ({ name, 'require-attachment-acceptance': false, ...more });
export const ISOLATED = { 'isolate-attachments': true };
export const SPOKES = [
  spoke('Red', '10.1', 'production'),
  spoke('Pink', '10.2', 'production'),
  spoke('Blue', '10.3', 'development'),
  spoke('Tools', '10.4', 'tools'),
];
export const net = (policy: object, ...more: Resources[]) => world(...SPOKES, core(policy), ...more);
export const answers = (policy: object, ...more: Resources[]) => {
  const reachability = net(policy, ...more);
  return (from: string, to: string) => ask(reachability, `${from}Host`, `${to}Host`).answer;
};

export const SEGMENTS = [segment('production'), segment('development'), segment('tools')];
