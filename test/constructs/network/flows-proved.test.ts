import { Template } from 'aws-cdk-lib/assertions';
import { reachabilityOf } from '../../../lib/proofs/reachability';
import { graphOf, templateFromObject } from '../../../lib/template';
import { flowNetwork } from './support/flow-network';

interface Body {
  readonly Resources: Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>;
}

const body = Template.fromStack(flowNetwork()).toJSON() as Body;

/** Everything that can pass between two zones: `from > to: protocol ports`. */
function passes(template: Body): string[] {
  const { cells } = reachabilityOf(graphOf([templateFromObject('network.json', template)])).matrix();
  return cells
    .flatMap(({ from, to, answer, traffic }) =>
      traffic.map(({ protocol, ports }) => `${from} > ${to}: ${answer} ${protocol} ${ports}`.trim()),
    )
    .toSorted();
}

const proved = passes(body);

test('what can pass is what the flows declare, and nothing else', () => {
  expect(proved).toEqual([
    'internet > perimeter/internet-dmz: yes tcp 443',
    'perimeter/internet-dmz > portal/application: yes tcp 443,8443',
    'portal/application > perimeter/internet-dmz: yes tcp 3128',
    'portal/application > portal/data: yes tcp 15432',
    'portal/data > portal/application: yes icmp',
  ]);
});

const RULES =
  /^AWS::EC2::(SecurityGroup(In|E)gress|NetworkAclEntry|Route|TransitGateway(Route|RouteTable(Association|Propagation)))$/;

/** Ways to take one rule away: a resource, or one of the firewall's. */
function weakened(): [name: string, weaker: Body][] {
  return Object.entries(body.Resources).flatMap(([id, resource]): [string, Body][] => {
    if (resource.Type === 'AWS::NetworkFirewall::RuleGroup') return withoutEach(id, resource);
    if (!RULES.test(resource.Type)) return [];
    const { [id]: _, ...Resources } = body.Resources;
    return [[id, { ...body, Resources }]];
  });
}

function withoutEach(id: string, group: Body['Resources'][string]): [string, Body][] {
  const rules = statefulRules(group);
  return rules.map((_, index) => {
    const copy = structuredClone(group);
    statefulRules(copy).splice(index, 1);
    return [`${id} ${index}`, { ...body, Resources: { ...body.Resources, [id]: copy } }];
  });
}

function statefulRules({ Properties }: Body['Resources'][string]): unknown[] {
  const { RulesSource } = Properties['RuleGroup'] as { RulesSource: { StatefulRules: unknown[] } };
  return RulesSource.StatefulRules;
}

test('each generated rule is needed: without it a flow no longer passes', () => {
  const kinds = new Set<string>();
  const idle = weakened().filter(([id, weaker]) => {
    kinds.add(body.Resources[id]?.Type ?? 'rule of the firewall');
    return passes(weaker).join('\n') === proved.join('\n');
  });
  expect(idle.map(([id]) => id)).toEqual([]);
  expect(kinds.size).toBe(8);
});
