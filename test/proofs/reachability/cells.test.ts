import {
  group,
  instance,
  internetGateway,
  resource,
  subnet,
  table,
  vpc,
  world,
  worldOf,
  type Resources,
} from './world';

const zone = (name: string) => ({ Tags: [{ Key: 'lionrock:zone', Value: name }] });
const NET: Resources[] = [
  vpc('Vpc', '10.0.0.0/16', { Tags: [{ Key: 'Name', Value: 'portal' }] }),
  subnet('Front', 'Vpc', '10.0.1.0/24', { MapPublicIpOnLaunch: true, ...zone('web') }),
  subnet('Back', 'Vpc', '10.0.2.0/24', zone('data')),
  internetGateway('Igw', 'Vpc'),
  table('Routes', 'Vpc', ['Front'], ['0.0.0.0/0 GatewayId Igw']),
  group('Gweb', 'Vpc', 'tcp 443 0.0.0.0/0'),
  group('Gdata', 'Vpc', 'tcp 5432 Gweb,tcp 5433 10.0.1.0/24', 'tcp 1 127.0.0.1/32'),
  instance('Web', 'Front', ['Gweb']),
  instance('Db', 'Back', ['Gdata']),
];

test('cells say what each zone can open to each other, as single questions do', () => {
  const net = world(
    ...NET,
    resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: { Ref: 'Front' } }),
    table('Out', 'Vpc', ['Back'], ['0.0.0.0/0 NatGatewayId Nat']),
  );
  const cells = net.cells();
  expect(cells.map(({ from, to, answer }) => `${from} ${to} ${answer}`)).toEqual([
    'internet portal/data no',
    'internet portal/web yes',
    'portal/data internet no',
    'portal/data portal/data no',
    'portal/data portal/web no',
    'portal/web internet yes',
    'portal/web portal/data yes',
    'portal/web portal/web yes',
  ]);
  for (const { from, to, answer } of cells) expect(net.ask({ from, to }).answer).toBe(answer);
  expect(cells.find(({ from, to }) => from === 'portal/web' && to === 'portal/data')?.traffic).toEqual([
    { protocol: 'tcp', ports: '5432-5433' },
  ]);
});

test('NAT gateways are looked through', () => {
  const open = group('Gdata', 'Vpc', 'tcp 5432 Gweb');
  const nat = resource('Nat', 'AWS::EC2::NatGateway', { SubnetId: { Ref: 'Front' } });
  const net = world(...NET, open, nat, table('Out', 'Vpc', ['Back'], ['0.0.0.0/0 NatGatewayId Nat']));
  const cell = net.cells().find(({ from, to }) => from === 'portal/data' && to === 'internet');
  expect(cell?.answer).toBe('yes');
  expect(cell?.traffic).toContainEqual({ protocol: 'tcp', ports: 'any' });
  expect(cell?.witness.map(({ logicalId }) => logicalId)).toEqual(expect.arrayContaining(['Nat', 'Igw']));
});

test('what may pass besides what surely does is unresolved', () => {
  const rules = [
    { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, CidrIp: '10.0.0.0/16' },
    { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: { Ref: 'Office' } },
  ];
  const data = resource('Gdata', 'AWS::EC2::SecurityGroup', { VpcId: { Ref: 'Vpc' }, SecurityGroupIngress: rules });
  const cells = worldOf({ Parameters: { Office: { Type: 'String' } } }, ...NET, data).cells();
  const inside = cells.find(({ from, to }) => from === 'portal/web' && to === 'portal/data');
  expect(inside?.answer).toBe('yes');
  expect(inside?.traffic).toEqual([{ protocol: 'tcp', ports: '5432' }]);
  expect(inside?.unresolved.join()).toContain('Office');
  const outside = cells.find(({ from, to }) => from === 'internet' && to === 'portal/web');
  expect(outside?.unresolved).toEqual([]);
});
