import type { LandingZoneConfig } from '../schema';

type Unit = LandingZoneConfig['organization']['units'][number];

/** Name of the root of the organisation, where paths of units begin. */
export const ROOT = 'Root';

export interface UnitPaths {
  /** Index of the unit by its path from the root, for example `Security/Production`. */
  readonly found: ReadonlyMap<string, number>;
  readonly duplicates: readonly { readonly index: number; readonly first: number; readonly path: string }[];
  /** Units whose parent is no unit. */
  readonly orphans: readonly { readonly index: number; readonly parent: string }[];
  /** Units that are below one another in a circle. */
  readonly cycles: readonly (readonly { readonly index: number; readonly name: string }[])[];
}

/** Works out the paths of units that are listed in any order, and what stands in the way. */
export function unitPaths(units: readonly Unit[]): UnitPaths {
  const found = new Map<string, number>();
  const duplicates: UnitPaths['duplicates'][number][] = [];
  let open = units.map((unit, index) => ({ unit, index }));
  for (let placed = true; placed;) {
    placed = false;
    const waiting: typeof open = [];
    for (const { unit, index } of open) {
      const top = unit.parent === ROOT;
      if (!top && !found.has(unit.parent)) {
        waiting.push({ unit, index });
        continue;
      }
      placed = true;
      const path = top ? unit.name : `${unit.parent}/${unit.name}`;
      const first = found.get(path);
      if (first === undefined) found.set(path, index);
      else duplicates.push({ index, first, path });
    }
    open = waiting;
  }
  return { found, duplicates, ...orphansAndCycles(open) };
}

interface Waiting {
  readonly unit: Unit;
  readonly index: number;
}

/** Of the units that have no path: those in a circle, and those whose parent nobody is. Units below either wait too. */
function orphansAndCycles(open: readonly Waiting[]): Pick<UnitPaths, 'orphans' | 'cycles'> {
  const byName = new Map(open.map((each) => [each.unit.name, each]));
  const parentOf = ({ unit }: Waiting): Waiting | undefined => byName.get(unit.parent.split('/').at(-1) ?? '');
  const inCycle = new Set<Waiting>();
  const cycles: { index: number; name: string }[][] = [];
  for (const start of open) {
    const chain: Waiting[] = [];
    let current: Waiting | undefined = start;
    while (current && !chain.includes(current) && !inCycle.has(current)) {
      chain.push(current);
      current = parentOf(current);
    }
    if (!current || inCycle.has(current)) continue;
    const cycle = chain.slice(chain.indexOf(current));
    for (const each of cycle) inCycle.add(each);
    cycles.push(cycle.map(({ unit, index }) => ({ index, name: unit.name })));
  }
  const orphans = open
    .filter((each) => !inCycle.has(each) && !parentOf(each))
    .map(({ unit, index }) => ({ index, parent: unit.parent }));
  return { cycles, orphans };
}
