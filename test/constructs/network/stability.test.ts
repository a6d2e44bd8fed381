import fc from 'fast-check';
import { HubAttachment, ZonedVpc } from '../../../constructs/network';
import { ARCHIVE, networkStack, resources, ZONES_A_TO_C, type Resource } from './support/network';

/** A network as its owner would write it down. */
interface Plan {
  readonly zones: readonly string[];
  readonly availabilityZones: number;
  readonly flows: readonly { readonly from: string; readonly to: string; readonly port: number }[];
}

const ZONES = ['government-dmz', 'application', 'management', 'data'];
const SERVICES = [443, 8443, 15432];
const PEER = 'shared/management';

/** Each zone keeps its addresses whatever its neighbours do, as in a real plan. */
function subnets(zone: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `10.64.${ZONES.indexOf(zone) * 4 + index}.0/24`);
}

function build(plan: Plan): Record<string, Resource> {
  const stack = networkStack();
  const vpc = new ZonedVpc(stack, 'vpc', {
    cidr: '10.64.0.0/18',
    availabilityZones: ZONES_A_TO_C.slice(0, plan.availabilityZones),
    zones: plan.zones.map((name) => ({ name, subnets: subnets(name, plan.availabilityZones) })),
    flowLogs: ARCHIVE,
    networkAclRuleQuota: 40,
  });
  const attachment = new HubAttachment(stack, 'Attachment', {
    vpc,
    transitGatewayId: 'tgw-0123456789abcdef0',
    subnets: ['10.64.60.0/28', '10.64.60.16/28', '10.64.60.32/28'].slice(0, plan.availabilityZones),
  });
  attachment.routeZones(plan.zones, ['10.64.0.0/14']);
  for (const { from, to, port } of plan.flows) {
    const peer = to === PEER ? { name: PEER, cidrs: ['10.64.80.0/24', '10.64.82.0/24'] } : vpc.zone(to);
    vpc.zone(from).allowTo(peer, port, { reason: 'A reason for the reviewer' });
  }
  return resources(stack);
}

const key = (flow: Plan['flows'][number]) => `${flow.from} ${flow.to} ${flow.port}`;

const plans: fc.Arbitrary<Plan> = fc
  .record({ zones: fc.shuffledSubarray(ZONES, { minLength: 2 }), availabilityZones: fc.constantFrom(2, 3) })
  .chain(({ zones, availabilityZones }) => {
    const pairs = zones.flatMap((from) => [...zones, PEER].filter((to) => to !== from).map((to) => ({ from, to })));
    const flows = pairs.flatMap((pair) => SERVICES.map((port) => ({ ...pair, port })));
    return fc.record({
      zones: fc.constant(zones),
      availabilityZones: fc.constant(availabilityZones),
      flows: fc.shuffledSubarray(flows, { minLength: 1, maxLength: 6 }),
    });
  });

const PARAMETERS = { seed: 2, numRuns: 4 };

/** Every resource of the smaller network is in the larger one as it was. */
function expectKept(smaller: Record<string, Resource>, larger: Record<string, Resource>, except: string[] = []): void {
  const judged = Object.entries(smaller).filter(([, resource]) => !except.includes(resource.Type));
  for (const [logicalId, resource] of judged)
    expect({ [logicalId]: larger[logicalId] }).toEqual({ [logicalId]: resource });
}

test('the order in which zones and flows are declared means nothing', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const reversed = { ...plan, zones: [...plan.zones].toReversed(), flows: [...plan.flows].toReversed() };
      expect(build(reversed)).toEqual(build(plan));
    }),
    PARAMETERS,
  );
});

test('adding or removing a flow changes nothing but the rules of that flow', () => {
  fc.assert(
    fc.property(plans, fc.nat(), (plan, choice) => {
      const dropped = plan.flows[choice % plan.flows.length];
      const flows = plan.flows.filter((flow) => !dropped || key(flow) !== key(dropped));
      const [larger, smaller] = [build(plan), build({ ...plan, flows })];
      expectKept(smaller, larger);
      const added = Object.entries(larger).filter(([logicalId]) => !(logicalId in smaller));
      expect(added.length).toBeGreaterThan(0);
      for (const [, { Type }] of added) expect(Type).toMatch(/NetworkAclEntry|SecurityGroup(In|E)gress/);
    }),
    PARAMETERS,
  );
});

test('adding or removing a zone changes nothing of the others', () => {
  fc.assert(
    fc.property(plans, fc.nat(), (plan, choice) => {
      const dropped = plan.zones[choice % plan.zones.length];
      const flows = plan.flows.filter((flow) => flow.from !== dropped && flow.to !== dropped);
      const smaller = { ...plan, zones: plan.zones.filter((zone) => zone !== dropped), flows };
      expectKept(build(smaller), build({ ...plan, flows }));
    }),
    PARAMETERS,
  );
});

test('a further availability zone replaces no subnet, group, table or route', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const [two, three] = [build({ ...plan, availabilityZones: 2 }), build({ ...plan, availabilityZones: 3 })];
      // The attachment gains a subnet, which CloudFormation does in place; the zones' addresses grow.
      expectKept(two, three, ['AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::NetworkAclEntry']);
      const attachments = [two, three].map((all) =>
        Object.keys(all).filter((logicalId) => all[logicalId]?.Type === 'AWS::EC2::TransitGatewayAttachment'),
      );
      expect(attachments[1]).toEqual(attachments[0]);
    }),
    PARAMETERS,
  );
});
