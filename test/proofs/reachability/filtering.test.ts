import {
  acl,
  ask,
  blocks,
  group,
  groupRule,
  instance,
  ref,
  resource,
  subnet,
  vpc,
  way,
  world,
  type Resources,
} from './world';

const NET = [vpc('Vpc', '10.0.0.0/16'), subnet('Left', 'Vpc', '10.0.1.0/24'), subnet('Right', 'Vpc', '10.0.2.0/24')];
const PAIR = [...NET, instance('A', 'Left', ['Ga']), instance('B', 'Right', ['Gb'])];
const OPEN = [group('Ga', 'Vpc', ''), group('Gb', 'Vpc', 'tcp 443 10.0.0.0/16')];

// Amazon VPC user guide, Security group rules, Security group connection tracking; AWS::EC2::SecurityGroup (egress).
// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
describe('security groups', () => {
  test('let in what a rule names, and nothing else', () => {
    const net = world(...PAIR, ...OPEN);
    const open = ask(net, 'A', 'B');
    expect(open.answer).toBe('yes');
    expect(way(open)).toEqual(['A', 'Ga', 'Vpc', 'Vpc', 'Vpc', 'Gb', 'B', 'B']);
    const closed = ask(net, 'A', 'B', { port: 80 });
    expect(closed.answer).toBe('no');
    expect(blocks(closed)).toEqual(['security group Gb: no rule lets this in to B']);
    expect(ask(net, 'B', 'A').answer).toBe('no');
  });

  test('answer what they let in, whatever their own rules out say', () => {
    const silent = group('Gb', 'Vpc', 'tcp 443 10.0.0.0/16', 'tcp 1 127.0.0.1/32');
    expect(ask(world(...PAIR, group('Ga', 'Vpc', ''), silent), 'A', 'B').answer).toBe('yes');
  });

  test('let everything out unless they say what goes out', () => {
    const limited = world(
      ...PAIR,
      group('Ga', 'Vpc', '', 'tcp 80 0.0.0.0/0'),
      group('Gb', 'Vpc', 'all any 10.0.0.0/16'),
    );
    expect(ask(limited, 'A', 'B', { port: 80 }).answer).toBe('yes');
    const answer = ask(limited, 'A', 'B');
    expect(answer.answer).toBe('no');
    expect(blocks(answer)).toEqual(['security group Ga: no rule lets this out of A']);
  });

  test('lose the rule that lets everything out to a separate egress rule', () => {
    const rule = { GroupId: ref('Ga'), ...groupRule('tcp 80 0.0.0.0/0', 'Destination') };
    const net = world(...PAIR, ...OPEN, resource('Out', 'AWS::EC2::SecurityGroupEgress', rule));
    expect(ask(net, 'A', 'B').answer).toBe('no');
  });

  test('keep it when their list of egress rules is empty', () => {
    expect(ask(world(...PAIR, group('Ga', 'Vpc', '', ''), OPEN[1] as Resources), 'A', 'B').answer).toBe('yes');
  });

  test('take separate ingress rules as their own', () => {
    const rule = { GroupId: ref('Gb'), ...groupRule('tcp 443 Ga', 'Source') };
    const net = world(
      ...PAIR,
      group('Ga', 'Vpc', ''),
      group('Gb', 'Vpc', ''),
      resource('In', 'AWS::EC2::SecurityGroupIngress', rule),
    );
    expect(ask(net, 'A', 'B').answer).toBe('yes');
    expect(ask(net, 'A', 'B', { port: 80 }).answer).toBe('no');
  });

  test('name groups: members get in, others with addresses beside them do not', () => {
    const net = world(
      ...PAIR,
      instance('C', 'Left', ['Gc']),
      group('Ga', 'Vpc', ''),
      group('Gc', 'Vpc', ''),
      group('Gb', 'Vpc', 'tcp 443 Ga'),
    );
    expect(ask(net, 'A', 'B').answer).toBe('yes');
    expect(ask(net, 'C', 'B').answer).toBe('no');
  });

  test('name groups in rules out as well', () => {
    const net = world(
      ...PAIR,
      instance('C', 'Right', ['Gc']),
      group('Ga', 'Vpc', '', 'tcp 443 Gb'),
      group('Gb', 'Vpc', 'tcp 443 0.0.0.0/0'),
      group('Gc', 'Vpc', 'tcp 443 0.0.0.0/0'),
    );
    expect(ask(net, 'A', 'B').answer).toBe('yes');
    expect(ask(net, 'A', 'C').answer).toBe('no');
  });

  test('several are worn together: what one lets in is in', () => {
    const net = world(
      ...NET,
      instance('A', 'Left', ['Ga']),
      instance('B', 'Right', ['Gb', 'Gc']),
      ...OPEN,
      group('Gc', 'Vpc', 'tcp 80 Ga'),
    );
    expect(ask(net, 'A', 'B', { port: 80 }).answer).toBe('yes');
    expect(ask(net, 'A', 'B').answer).toBe('yes');
  });

  test('none named: the default group of the VPC, which opens to itself alone', () => {
    const net = world(
      ...NET,
      instance('A', 'Left', []),
      instance('B', 'Right', []),
      instance('C', 'Left', ['Gc']),
      group('Gc', 'Vpc', ''),
    );
    expect(ask(net, 'A', 'B').answer).toBe('yes');
    expect(ask(net, 'C', 'B').answer).toBe('no');
  });

  test('say all of ICMP with -1, and one type by its number', () => {
    const ping = { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, CidrIp: '10.0.0.0/16' };
    const late = { IpProtocol: 'icmp', FromPort: 11, ToPort: -1, CidrIp: '10.0.0.0/16' };
    const rules = (id: string, rule: object) =>
      resource(id, 'AWS::EC2::SecurityGroup', { VpcId: ref('Vpc'), SecurityGroupIngress: [rule] });
    expect(ask(world(...PAIR, group('Ga', 'Vpc', ''), rules('Gb', ping)), 'A', 'B', { protocol: 'icmp' }).answer).toBe(
      'yes',
    );
    expect(ask(world(...PAIR, group('Ga', 'Vpc', ''), rules('Gb', late)), 'A', 'B', { protocol: 'icmp' }).answer).toBe(
      'no',
    );
    const all = world(...PAIR, group('Ga', 'Vpc', ''), group('Gb', 'Vpc', 'icmp any 10.0.0.0/16'));
    expect(ask(all, 'A', 'B', { protocol: 'icmp' }).answer).toBe('yes');
  });

  test('clear the bits right of a prefix, as AWS does', () => {
    expect(
      ask(world(...PAIR, group('Ga', 'Vpc', ''), group('Gb', 'Vpc', 'tcp 443 10.0.1.77/24')), 'A', 'B').answer,
    ).toBe('yes');
  });
});

// Amazon VPC user guide, Network ACL rules, Ephemeral ports.
// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
describe('network ACLs', () => {
  const opened = (...entries: string[]) => world(...PAIR, ...OPEN, acl('Acl', 'Vpc', ['Right'], entries));
  const TO_SERVER = 'in 100 allow tcp 443 10.0.1.0/24';
  const BACK = 'out 100 allow tcp 1024-65535 10.0.1.0/24';

  test('of their own let nothing through', () => {
    const answer = ask(opened(), 'A', 'B');
    expect(answer.answer).toBe('no');
    expect(blocks(answer)).toEqual(['network ACL Acl: does not let this into subnet Right']);
  });

  // Classic mistake: an asymmetric ACL.
  test('know no connections: the way back needs a rule on the ports that clients speak from', () => {
    expect(ask(opened(TO_SERVER, BACK), 'A', 'B').answer).toBe('yes');
    const oneWay = ask(opened(TO_SERVER), 'A', 'B');
    expect(oneWay.answer).toBe('no');
    expect(blocks(oneWay)).toEqual(['network ACL Acl: does not let this out of subnet Right']);
    expect(ask(opened(TO_SERVER, 'out 100 allow tcp 443 10.0.1.0/24'), 'A', 'B').answer).toBe('no');
    expect(ask(opened(TO_SERVER, 'out 100 allow tcp 32768-60999 10.0.1.0/24'), 'A', 'B').answer).toBe('yes');
  });

  test('let a datagram arrive that cannot be answered', () => {
    const net = world(
      ...PAIR,
      group('Ga', 'Vpc', ''),
      group('Gb', 'Vpc', 'udp 53 10.0.0.0/16'),
      acl('Acl', 'Vpc', ['Right'], ['in 100 allow udp 53 10.0.0.0/16']),
    );
    expect(ask(net, 'A', 'B', { port: 53, protocol: 'udp' }).answer).toBe('yes');
  });

  test('are read by number, lowest first', () => {
    const deny = (number: number) => `in ${number} deny tcp any 10.0.1.0/24`;
    expect(ask(opened(TO_SERVER, BACK, deny(200)), 'A', 'B').answer).toBe('yes');
    expect(ask(opened(TO_SERVER, BACK, deny(50)), 'A', 'B').answer).toBe('no');
    expect(ask(opened(TO_SERVER, BACK, 'in 50 deny tcp 80-442 10.0.0.0/8'), 'A', 'B').answer).toBe('yes');
  });

  test('do not matter within a subnet', () => {
    const net = world(
      ...NET,
      instance('A', 'Right', ['Ga']),
      instance('B', 'Right', ['Gb']),
      ...OPEN,
      acl('Acl', 'Vpc', ['Right'], []),
    );
    expect(ask(net, 'A', 'B').answer).toBe('yes');
  });

  test('block an echo that they do not let back', () => {
    const groups = [group('Ga', 'Vpc', ''), group('Gb', 'Vpc', 'icmp any 10.0.0.0/16')];
    const net = (...entries: string[]) => world(...PAIR, ...groups, acl('Acl', 'Vpc', ['Right'], entries));
    expect(
      ask(net('in 1 allow icmp any 0.0.0.0/0', 'out 1 allow icmp any 0.0.0.0/0'), 'A', 'B', { protocol: 'icmp' })
        .answer,
    ).toBe('yes');
    expect(ask(net('in 1 allow icmp any 0.0.0.0/0'), 'A', 'B', { protocol: 'icmp' }).answer).toBe('no');
  });
});
