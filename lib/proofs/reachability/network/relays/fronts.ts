import { asNumber, partsOf, Reference, Unknown, type Resource, type Value } from '../../../../template';
import { NONE, uniteRanges, type Ranges } from '../../packets';
import type { Bounded } from '../bounded';
import type { Outside, Place } from '../model';
import { INTERNET } from '../outsides';
import { ALL_PORTS } from '../protocols';
import { at } from '../reading';
import { pointsOf, type Standings } from './standing';
import type { Exit } from './relay';
import type { Target } from './target';
import { thingOf } from '../gateways';

/** Types of resources that services of AWS lead to from the internet. */
const FRONTED: ReadonlySet<string> = new Set([
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::EC2::Instance',
  'AWS::EC2::NetworkInterface',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBProxy',
]);

/** Where clients of a service come in that takes connections from the internet. */
export function internetOf({ network }: Standings): Outside | undefined {
  return network.outsides.get(INTERNET);
}

/** From the interfaces of a service in subnets; where it has none in these templates, from what none of them says. */
export function departureFrom(own: readonly Place[], internet: Outside, doubt: string): Pick<Exit, 'from' | 'reasons'> {
  if (own.length === 0) return { from: { kind: 'unseen', outside: internet }, reasons: [doubt] };
  return { from: { kind: 'places', places: own, keepsClient: false }, reasons: [] };
}

/**
 * What a value names as a target, by id or by ARN. One that is named by text stands elsewhere; where it is not known what
 * is named, it may be any that there is.
 */
export function frontedBy(
  standings: Standings,
  value: Value,
  thing: Resource,
  port: Target['port'],
  reasons: readonly string[],
): readonly Target[] {
  const parts = partsOf(value) ?? [];
  const last = parts.at(-1);
  const found = standings.follow(value) ?? (last instanceof Reference ? standings.follow(last) : undefined);
  if (found) return [standings.target(found, port, reasons)];
  if (parts.length > 0 && parts.every((part) => typeof part === 'string')) return [];
  const open = [value, ...parts].find((part) => part instanceof Unknown);
  const reason = open?.reason ?? `what ${thing.logicalId} leads to is not known`;
  const places = standings.network.places.filter(({ type }) => FRONTED.has(type));
  return [{ ...thingOf(thing), places, points: pointsOf(places), port, reasons: [...reasons, reason] }];
}

/** Ports of ranges written `{FromPort, ToPort}`. */
export function portRangesOf(resource: Resource, path: string): Bounded<Ranges> {
  const spans = at(resource.properties, path).map(({ value, sure }) => {
    const [from, to] = ['FromPort', 'ToPort'].map((name) => asNumber(at(value, name)[0]?.value));
    return sure && from !== undefined && to !== undefined ? ([from, to] as const) : undefined;
  });
  const must = uniteRanges(NONE, ...spans.filter((span) => span !== undefined));
  if (spans.length > 0 && !spans.includes(undefined)) return { may: must, must, reasons: [] };
  return { may: ALL_PORTS, must, reasons: [`ports of ${resource.logicalId} are not known`] };
}
