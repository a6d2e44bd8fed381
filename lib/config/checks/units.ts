import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Path } from '../source';
import type { Check } from './check';
import { reference, type Named } from './reference';
import { ROOT, unitPaths } from './unit-paths';

/** Organisational units form a tree below the root, and accounts stand in units that exist. */
export const checkUnits: Check = (config) => {
  const paths = unitPaths(config.organization.units);
  const known: Named[] = [{ name: ROOT, path: ['organization', 'rootId'] }];
  for (const [path, index] of paths.found) known.push({ name: path, path: unitPath(index, 'name') });
  return [
    ...paths.cycles.map(cycleProblem),
    ...paths.orphans.flatMap(({ index, parent }) => reference(unitPath(index, 'parent'), parent, 'a unit', known)),
    ...paths.duplicates.map(({ index, first, path }) => duplicatePath(index, first, path)),
    ...duplicateIds(config),
    ...otherRoot(config),
    ...config.accounts.flatMap((account, index) =>
      reference(['accounts', index, 'unit'], account.unit, 'a unit', known),
    ),
  ];
};

function unitPath(index: number, key: string): Path {
  return ['organization', 'units', index, key];
}

function cycleProblem(cycle: readonly { readonly index: number; readonly name: string }[]): ProblemDraft {
  const [first] = cycle;
  const names = cycle.map((unit) => unit.name);
  return {
    path: unitPath(first?.index ?? 0, 'parent'),
    message: `units go round in a circle: ${[...names, names[0]].join(' is below ')}`,
    expected: `a chain of parents that ends at ${ROOT}`,
    remedy: `put one of them below ${ROOT} or below a unit outside the circle`,
    related: cycle.slice(1).map(({ index }) => unitPath(index, 'parent')),
  };
}

function duplicatePath(index: number, first: number, path: string): ProblemDraft {
  return {
    path: unitPath(index, 'name'),
    message: `unit ${path} is listed twice`,
    expected: 'each unit once',
    remedy: 'remove one of the two, rename it, or put it below another parent',
    related: [unitPath(first, 'name')],
  };
}

function duplicateIds(config: LandingZoneConfig): readonly ProblemDraft[] {
  const first = new Map<string, number>();
  return config.organization.units.flatMap(({ id }, index): ProblemDraft[] => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const path = unitPath(index, 'id');
    const message = `unit id "${id}" is used twice`;
    return [
      {
        path,
        message,
        expected: 'each unit id once',
        remedy: 'correct one of the two',
        related: [unitPath(earlier, 'id')],
      },
    ];
  });
}

/** A unit's id begins with that of its root: one from another organisation is a slip of copying. */
function otherRoot(config: LandingZoneConfig): readonly ProblemDraft[] {
  const root = config.organization.rootId.slice('r-'.length);
  return config.organization.units.flatMap(({ id }, index): ProblemDraft[] => {
    if (id.startsWith(`ou-${root}-`)) return [];
    const path = unitPath(index, 'id');
    const message = `unit id "${id}" does not belong to the root ${config.organization.rootId}`;
    const remedy = 'correct the id of the unit, or organization.rootId';
    return [
      {
        path,
        message,
        expected: `an id that begins with ou-${root}-`,
        remedy,
        dependsOn: [['organization', 'rootId']],
      },
    ];
  });
}
