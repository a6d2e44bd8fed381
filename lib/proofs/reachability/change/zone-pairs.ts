import type { Cells, Zone } from '../answers';
import type { Identities } from './identities';

/** A state of a network. */
export interface State {
  readonly cells: Cells;
  readonly identities: Identities;
}

/** A zone in both states, or in the only one that has it. */
export interface ZonePair {
  readonly name: string;
  readonly before: Zone | undefined;
  readonly after: Zone | undefined;
}

/** Zones of the same name, then those that hold one of the same subnets: they were renamed. */
export function zonePairs(before: State, after: State): readonly ZonePair[] {
  const names = new Map(before.cells.zones.map((zone) => [before.identities.ofSource(zone.name), zone]));
  const left = new Map(names);
  for (const { name } of after.cells.zones) left.delete(after.identities.ofSource(name));
  const renamed = new Map([...left.values()].flatMap((zone) => subnetsOf(zone, before).map((key) => [key, zone])));
  const pairs = after.cells.zones.map((zone): ZonePair => {
    const name = after.identities.ofSource(zone.name);
    const same = names.get(name) ?? subnetsOf(zone, after).flatMap((key) => renamed.get(key) ?? [])[0];
    if (same) left.delete(before.identities.ofSource(same.name));
    return { name, before: same, after: zone };
  });
  return [...pairs, ...[...left].map(([name, zone]) => ({ name, before: zone, after: undefined }))];
}

function subnetsOf({ subnets }: Zone, { identities }: State): readonly string[] {
  return subnets.map(({ origin }) => identities.ofOrigin(origin));
}
