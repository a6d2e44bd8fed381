import { aws_elasticloadbalancingv2 as elb, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { INTERNET } from '../../../constructs/network';
import { reachabilityOf } from '../../../lib/proofs/reachability';
import { graphOf, templateFromObject } from '../../../lib/template';
import { flowNetwork } from './support/flow-network';
import { networkStack, perimeterVpc } from './support/network';

type Properties = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties: Properties }>>;

const resourcesOf = (stack: Stack) => (Template.fromStack(stack).toJSON() as { Resources: Resources }).Resources;

/** What names addresses of IPv4, or its control messages, and so lets nothing of IPv6 pass. */
const isOfIpv4 = (properties: Properties) =>
  properties['IpProtocol'] === 'icmp' ||
  ['CidrIp', 'CidrBlock', 'DestinationCidrBlock'].some((name) => {
    const { [name]: block } = properties;
    return typeof block === 'string' && !block.includes(':');
  });

const RULES = /^AWS::EC2::(SecurityGroup(In|E)gress|NetworkAclEntry|Route|TransitGatewayRoute)$/;

/** A network without all that opens it for IPv4: what passes there passes by IPv6. */
function byIpv6(resources: Resources): Resources {
  const kept = Object.entries(resources).flatMap(([id, resource]): [string, Resources[string]][] => {
    if (resource.Type === 'AWS::NetworkFirewall::RuleGroup') return [[id, withRules(resource, isRuleOfIpv6)]];
    return RULES.test(resource.Type) && isOfIpv4(resource.Properties) ? [] : [[id, resource]];
  });
  return Object.fromEntries(kept);
}

interface StatefulRule {
  readonly Header: { readonly Source: string };
}
interface RuleGroup {
  readonly RulesSource: { readonly StatefulRules: readonly StatefulRule[] };
}

const isRuleOfIpv6 = ({ Header }: StatefulRule) => Header.Source.includes(':');

function withRules(group: Resources[string], keep: (rule: StatefulRule, index: number) => boolean): Resources[string] {
  const { RuleGroup: own } = group.Properties as { readonly RuleGroup: RuleGroup };
  const StatefulRules = own.RulesSource.StatefulRules.filter(keep);
  return { ...group, Properties: { ...group.Properties, RuleGroup: { ...own, RulesSource: { StatefulRules } } } };
}

function passes(resources: Resources): string[] {
  const { cells } = reachabilityOf(graphOf([templateFromObject('network.json', { Resources: resources })])).matrix();
  return cells
    .flatMap(({ from, to, answer, traffic }) =>
      traffic.map(({ protocol, ports }) => `${from} > ${to}: ${answer} ${protocol} ${ports}`.trim()),
    )
    .toSorted();
}

/** Ways to take one rule away, or one association or propagation of the hub. */
function weakened(resources: Resources): [name: string, weaker: Resources][] {
  return Object.entries(resources).flatMap(([id, resource]): [string, Resources][] => {
    const without = Object.fromEntries(Object.entries(resources).filter(([other]) => other !== id));
    if (/RouteTable(Association|Propagation)$/.test(resource.Type) && resource.Type.includes('TransitGateway'))
      return [[id, without]];
    if (RULES.test(resource.Type)) return [[id, without]];
    if (resource.Type !== 'AWS::NetworkFirewall::RuleGroup') return [];
    const { RuleGroup: own } = resource.Properties as { readonly RuleGroup: RuleGroup };
    return own.RulesSource.StatefulRules.map((_, index) => [
      `${id} ${index}`,
      { ...resources, [id]: withRules(resource, (__, each) => each !== index) },
    ]);
  });
}

describe('where all VPCs have IPv6', () => {
  const whole = resourcesOf(flowNetwork(['inspection', 'perimeter', 'portal']));
  const six = byIpv6(whole);
  const proved = passes(six);

  test('flows pass by IPv6, and nothing else; the internet is not reached by private addresses', () => {
    expect(proved).toEqual([
      'perimeter/internet-dmz > portal/application: yes tcp 443,8443',
      'portal/application > perimeter/internet-dmz: yes tcp 3128',
      'portal/application > portal/data: yes tcp 15432',
      'portal/data > portal/application: yes icmp',
    ]);
  });

  test('with IPv4 beside it the same passes as without IPv6', () => {
    expect(passes(whole)).toEqual(passes(resourcesOf(flowNetwork())));
  });

  test('each rule of IPv6 is needed: without it a flow no longer passes by it', () => {
    const idle = weakened(six).filter(([, weaker]) => passes(weaker).join('\n') === proved.join('\n'));
    expect(idle.map(([id]) => id)).toEqual([]);
  });
});

test('a flow to a VPC without IPv6 is opened for IPv4 alone, and so is one that no firewall inspects', () => {
  const inside = ['portal/application > portal/data: yes tcp 15432', 'portal/data > portal/application: yes icmp'];
  expect(passes(byIpv6(resourcesOf(flowNetwork(['inspection', 'portal']))))).toEqual(inside);
});

describe('with a block of Amazon', () => {
  const stack = networkStack();
  const vpc = perimeterVpc(stack, 'perimeter', {
    ipv6: 'amazon',
    availabilityZones: ['ap-east-1a'],
    zones: [
      { name: 'internet-dmz', subnets: ['10.64.0.0/24'] },
      { name: 'government-dmz', subnets: ['10.64.4.0/24'] },
    ],
  });
  const [dmz, government] = [vpc.zone('internet-dmz'), vpc.zone('government-dmz')];
  dmz.allowFrom(INTERNET, 443, { reason: 'Citizens reach the services' });
  dmz.allowTo(government, 8443, { reason: 'The proxy asks the other DMZ' });
  new elb.CfnLoadBalancer(stack, 'Front', {
    scheme: 'internet-facing',
    ipAddressType: 'dualstack',
    subnets: dmz.subnets.map((subnet) => subnet.subnetId),
    securityGroups: dmz.securityGroups.map((group) => group.securityGroupId),
  });
  const six = byIpv6(resourcesOf(stack));

  test('the internet reaches the zone that faces it, by what is declared, and no other', () => {
    expect(passes(six)).toEqual([
      'internet > perimeter/internet-dmz: yes tcp 443',
      'perimeter/internet-dmz > perimeter/government-dmz: yes tcp 8443',
    ]);
  });

  test('there is no other way out: one gateway, routes for the facing zone alone', () => {
    const types = Object.values(six).map(({ Type }) => Type);
    expect(types).not.toContain('AWS::EC2::EgressOnlyInternetGateway');
    const routes = Object.entries(six).filter(([, { Type }]) => Type === 'AWS::EC2::Route');
    expect(routes.map(([, { Properties }]) => Properties['DestinationIpv6CidrBlock'])).toEqual(['::/0']);
    expect(routes[0]?.[0]).toMatch(/internetdmz/);
  });

  test('each rule of IPv6 is needed', () => {
    const proved = passes(six).join('\n');
    expect(
      weakened(six)
        .filter(([, weaker]) => passes(weaker).join('\n') === proved)
        .map(([id]) => id),
    ).toEqual([]);
  });
});
