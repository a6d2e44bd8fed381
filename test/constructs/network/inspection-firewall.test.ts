import { Match } from 'aws-cdk-lib/assertions';
import { claimsOf } from '../../../constructs/claims';
import { HubAttachment, InspectionFirewall, ZonedVpc, type InspectionFirewallProps } from '../../../constructs/network';
import { Fn } from 'aws-cdk-lib';
import { unacknowledged } from '../../support/compliance';
import {
  ARCHIVE,
  departmentVpc,
  inspectionVpc,
  inventory,
  networkStack,
  ofType,
  thirds,
  expectTemplate,
} from './support/network';

const DMZ = { name: 'perimeter/internet-dmz', cidrs: ['10.64.0.0/24', '10.64.1.0/24'] };
const PORTAL = { name: 'licensing/application', cidrs: ['10.64.32.0/24'] };
const REASON = 'The load balancer passes "requests" on; to the portal';
const SPACE = ['10.64.0.0/14'];

function firewall(props: Partial<InspectionFirewallProps> = {}) {
  const stack = networkStack();
  const { vpc, attachment } = inspectionVpc(stack);
  const zone = vpc.zone('inspection');
  const inspection = new InspectionFirewall(stack, 'Inspection', {
    zone,
    attachment,
    inspected: SPACE,
    logs: {
      bucketName: 'archive',
      prefix: 'firewall',
    },
    ...props,
  });
  return { stack, zone, attachment, inspection };
}

const policyOf = (stack: ReturnType<typeof networkStack>) =>
  ofType(stack, 'AWS::NetworkFirewall::FirewallPolicy')[0]?.['FirewallPolicy'];

test('has no finding that is not acknowledged', () => {
  const { stack, inspection } = firewall();
  inspection.allow(DMZ, PORTAL, 443, { reason: REASON });
  expect(unacknowledged(stack)).toEqual([]);
  expect(inventory(stack)).toMatchObject({
    'AWS::NetworkFirewall::Firewall': 1,
    'AWS::NetworkFirewall::FirewallPolicy': 1,
    'AWS::NetworkFirewall::LoggingConfiguration': 1,
    'AWS::NetworkFirewall::RuleGroup': 1,
    'AWS::EC2::Route': 4,
  });
});

test('drops and records whatever no flow passes, in strict order', () => {
  expect(policyOf(firewall().stack)).toMatchObject({
    StatelessDefaultActions: ['aws:forward_to_sfe'],
    StatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
    StatefulDefaultActions: ['aws:drop_strict', 'aws:alert_strict'],
    StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER', StreamExceptionPolicy: 'DROP' },
  });
});

test('can let handshakes through, for rules that read requests', () => {
  expect(policyOf(firewall({ defaultAction: 'established' }).stack)).toMatchObject({
    StatefulDefaultActions: ['aws:drop_established', 'aws:alert_established'],
  });
});

const protection = (on: boolean) => ({
  DeleteProtection: on,
  SubnetChangeProtection: on,
  FirewallPolicyChangeProtection: on,
});

test('is protected from deletion and change, unless its owner says otherwise', () => {
  expect(ofType(firewall().stack, 'AWS::NetworkFirewall::Firewall')).toMatchObject([protection(true)]);
  const { stack } = firewall({ deletionProtection: false });
  expect(ofType(stack, 'AWS::NetworkFirewall::Firewall')).toMatchObject([protection(false)]);
});

test('writes alerts and flows to the archive', () => {
  const destination = { LogDestinationType: 'S3', LogDestination: { bucketName: 'archive', prefix: 'firewall' } };
  expect(ofType(firewall().stack, 'AWS::NetworkFirewall::LoggingConfiguration')).toMatchObject([
    {
      LoggingConfiguration: {
        LogDestinationConfigs: [
          { LogType: 'ALERT', ...destination },
          { LogType: 'FLOW', ...destination },
        ],
      },
    },
  ]);
});

describe('a declared flow', () => {
  const { stack, inspection } = firewall();
  inspection.allow(DMZ, PORTAL, [443, '8000-8010'], { id: 'dmz-to-portal', reason: REASON });
  const [group] = ofType(stack, 'AWS::NetworkFirewall::RuleGroup');

  test('is passed by its addresses, ports and protocol, with its reason', () => {
    const header = {
      Protocol: 'TCP',
      Source: '10.64.0.0/23',
      SourcePort: 'ANY',
      Direction: 'FORWARD',
      Destination: '10.64.32.0/24',
    };
    const RuleOptions = [
      { Keyword: 'sid', Settings: [expect.stringMatching(/^[1-9]\d{6,8}$/)] },
      // Quotes and semicolons would end the message.
      { Keyword: 'msg', Settings: ['"dmz-to-portal: The load balancer passes  requests  on  to the portal"'] },
    ];
    expect(group).toMatchObject({
      Type: 'STATEFUL',
      Capacity: 5000,
      RuleGroup: {
        StatefulRuleOptions: { RuleOrder: 'STRICT_ORDER' },
        RulesSource: {
          StatefulRules: expect.arrayContaining([
            { Action: 'PASS', Header: { ...header, DestinationPort: '443' }, RuleOptions },
            { Action: 'PASS', Header: { ...header, DestinationPort: '8000:8010' }, RuleOptions },
          ]),
        },
      },
    });
    expect(policyOf(stack)).toMatchObject({ StatefulRuleGroupReferences: [{ Priority: 1000 }] });
  });

  test('is claimed in the words of the register', () => {
    expect(claimsOf(stack).flows).toMatchObject([
      { id: 'dmz-to-portal', from: 'perimeter/internet-dmz', to: 'licensing/application', ports: [443, '8000-8010'] },
    ]);
  });
});

test('knows other protocols, everything, and zones of this app', () => {
  const { stack, inspection } = firewall();
  const zone = departmentVpc(stack).zone('application');
  inspection.allow(zone, { name: 'internet', cidrs: ['0.0.0.0/0'] }, [], { reason: REASON, protocol: 'icmp' });
  inspection.allow(PORTAL, { name: 'a/data', cidrs: ['10.65.0.0/24'] }, [], { reason: REASON, protocol: 'all' });
  const rules = JSON.stringify(ofType(stack, 'AWS::NetworkFirewall::RuleGroup'));
  expect(rules).toMatch(
    /pass icmp \[10\.64\.32\.0\/23,10\.64\.34\.0\/24\] any -> !\[[^\]]*10\.0\.0\.0\/8[^\]]*\] any /,
  );
  expect(rules).toContain('"Protocol":"IP","Source":"10.64.32.0/24"');
});

test('without flows there is no rule group, which AWS would refuse', () => {
  const { stack } = firewall();
  expect(inventory(stack)['AWS::NetworkFirewall::RuleGroup']).toBeUndefined();
  expect(policyOf(stack)).not.toHaveProperty('StatefulRuleGroupReferences');
});

test('the order of declarations does not change the rules, and a new flow changes no other', () => {
  const other = { name: 'permits/application', cidrs: ['10.64.48.0/24'] };
  const rules = (peers: (typeof PORTAL)[]) => {
    const { stack, inspection } = firewall();
    for (const peer of peers) inspection.allow(DMZ, peer, 443, { reason: REASON });
    const [group] = ofType(stack, 'AWS::NetworkFirewall::RuleGroup');
    const found = group?.['RuleGroup'] as { RulesSource: { StatefulRules: unknown[] } } | undefined;
    return found?.RulesSource.StatefulRules ?? [];
  };
  expect(rules([other, PORTAL])).toEqual(rules([PORTAL, other]));
  expect(rules([PORTAL, other])).toEqual(expect.arrayContaining(rules([PORTAL])));
});

test('both directions pass the endpoint of one availability zone', () => {
  const { stack, zone, attachment } = firewall();
  const routes = ofType(stack, 'AWS::EC2::Route');
  for (const subnet of attachment.subnets) {
    const route = routes.find(
      (found) => JSON.stringify(found['RouteTableId']) === JSON.stringify(stack.resolve(subnet.routeTableId)),
    );
    expect(route?.['DestinationCidrBlock']).toBe('10.64.0.0/14');
    expect(endpointOf(route?.['VpcEndpointId'])).toBe(`vpce-of-${subnet.availabilityZone}`);
  }
  const [back] = zone.routeTableIds.map((table) => stack.resolve(table));
  expect(routes).toContainEqual({
    RouteTableId: back,
    DestinationCidrBlock: '10.64.0.0/14',
    TransitGatewayId: attachment.transitGatewayId,
  });
});

test('the ACLs on the way pass the ports of flows and their answers, in the address space', () => {
  const { stack, inspection } = firewall();
  const ports = () => {
    const entries = ofType(stack, 'AWS::EC2::NetworkAclEntry').filter((entry) => entry['CidrBlock'] === '10.64.0.0/14');
    return entries.map((entry) => JSON.stringify(entry['PortRange'] ?? 'any'));
  };
  inspection.allow(DMZ, PORTAL, [443, 636], { reason: REASON });
  // In and out of the attachment's subnets, in and out of the firewall's.
  const each = ['{"From":443,"To":443}', '{"From":636,"To":636}', '{"From":1024,"To":65535}'];
  expect(ports().toSorted()).toEqual(each.flatMap((port) => Array<string>(4).fill(port)).toSorted());
});

/** What CloudFormation makes of the expression, when AWS lists the endpoints in another order. */
function endpointOf(expression: unknown): unknown {
  const {
    'Fn::Select': select,
    'Fn::Split': split,
    'Fn::Join': join,
  } = (expression ?? {}) as Record<string, unknown[]>;
  if (select) return (endpointOf(select[1]) as unknown[])[Number(select[0])];
  if (split) return String(endpointOf(split[1])).split(String(split[0]));
  if (join) {
    const listed = /"Fn::GetAtt":\["Inspection\w+","EndpointIds"\]/.test(JSON.stringify(join[1]));
    if (!listed) return undefined;
    return ['c', 'a', 'b'].map((zone) => `ap-east-1${zone}:vpce-of-ap-east-1${zone}`).join(String(join[0]));
  }
  return expression;
}

describe('refuses', () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      'an attachment that splits connections',
      () => {
        const stack = networkStack();
        const { vpc, attachment } = inspectionVpc(stack, false);
        const props = { zone: vpc.zone('inspection'), attachment, inspected: SPACE, logs: { bucketName: 'archive' } };
        return new InspectionFirewall(stack, 'Inspection', props);
      },
      /\[Network\/Inspection\] attachment: found one without appliance mode.*expected applianceMode: true/,
    ],
    [
      'an attachment of another VPC',
      () => {
        const stack = networkStack();
        const { attachment } = inspectionVpc(stack);
        const props = {
          zone: departmentVpc(stack).zone('data'),
          attachment,
          inspected: SPACE,
          logs: { bucketName: 'archive' },
        };
        return new InspectionFirewall(stack, 'Inspection', props);
      },
      /attachment: found that of inspection, expected that of licensing/,
    ],
    [
      'a capacity that AWS does not give',
      () => firewall({ capacity: 40_000 }),
      /capacity: found 40000, expected 1 to 30000/,
    ],
    [
      'IPv4 among the IPv6 that is inspected, with no flow yet',
      () => firewall({ ipv6Inspected: SPACE }),
      /ipv6Inspected: found the IPv4 block 10.64.0.0\/14, expected IPv6/,
    ],
    [
      'more rules than the capacity',
      () => {
        const { inspection } = firewall({ capacity: 2 });
        inspection.allow(DMZ, PORTAL, [443, 8443, 9443], { id: 'wide', reason: REASON });
      },
      /flow "wide" needs rule 3 of a group with capacity 2/,
    ],
    [
      'a flow to itself',
      () => firewall().inspection.allow(DMZ, DMZ, 443, { reason: REASON }),
      /goes from perimeter\/internet-dmz to itself/,
    ],
    [
      'one flow twice',
      () => {
        const { inspection } = firewall();
        for (const port of [443, 443]) inspection.allow(DMZ, PORTAL, port, { reason: REASON });
      },
      /is declared twice/,
    ],
    [
      'IPv6',
      () => firewall().inspection.allow(DMZ, { name: 'x', cidrs: ['::/0'] }, 443, { reason: REASON }),
      /IPv6 block/,
    ],
    [
      'a reversed range',
      () => firewall().inspection.allow(DMZ, PORTAL, '90-80', { reason: REASON }),
      /reversed port range/,
    ],
  ])('%s', (_, build, message) => {
    expect(build).toThrow(message);
  });

  test('availability zones that are only known at deployment', () => {
    const stack = networkStack();
    const vpc = new ZonedVpc(stack, 'inspection', {
      cidr: '10.64.16.0/20',
      availabilityZones: [Fn.select(0, Fn.getAzs())],
      zones: [{ name: 'inspection', subnets: thirds(16).slice(0, 1) }],
      flowLogs: ARCHIVE,
    });
    const attachment = new HubAttachment(stack, 'Attachment', {
      vpc,
      transitGatewayId: 'tgw-1',
      subnets: ['10.64.31.0/28'],
      applianceMode: true,
    });
    const props = { zone: vpc.zone('inspection'), attachment, inspected: SPACE, logs: { bucketName: 'archive' } };
    expect(() => new InspectionFirewall(stack, 'Inspection', props)).toThrow(
      /availability zone: found one that is only known at deployment, expected a name such as ap-east-1a/,
    );
  });
});

test('names what it makes after its VPC', () => {
  const { stack, inspection } = firewall();
  inspection.allow(DMZ, PORTAL, 443, { reason: REASON });
  expectTemplate(stack).hasResourceProperties('AWS::NetworkFirewall::Firewall', {
    FirewallName: 'inspection-firewall',
    SubnetMappings: Match.arrayWith([Match.objectLike({ IPAddressType: 'IPV4' })]),
  });
});
