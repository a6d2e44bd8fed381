import type { ProblemDraft } from '../problem';
import type { Check } from './check';
import { reference, type Named } from './reference';
import { ROOT } from './unit-paths';

interface PlacedUnit {
  readonly unit: string;
  /** Wave, and place in it. */
  readonly at: readonly [number, number];
}

/** An account in two stack sets would get the same names twice. */
function apart(waves: readonly (readonly string[])[]): ProblemDraft[] {
  const placed = waves.flatMap((wave, index) => wave.map((unit, place): PlacedUnit => ({ unit, at: [index, place] })));
  return placed.flatMap(({ unit, at }, index) => {
    const above = placed.find(
      (other, place) => place !== index && isWithin(unit, other.unit) && (unit !== other.unit || place < index),
    );
    if (!above) return [];
    return {
      path: ['baseline', 'waves', ...at],
      message: `accounts of ${unit} are served already: ${above.unit} stands in waves too`,
      expected: 'units of which none lies in another',
      remedy: 'name each unit once, and none below another',
    };
  });
}

function isWithin(unit: string, above: string): boolean {
  return above === ROOT || unit === above || unit.startsWith(`${above}/`);
}

/** The stack set of the baseline belongs to an account that exists, and goes to units that exist. */
export const checkBaseline: Check = ({ accounts, organization, baseline }) => {
  const { administrator, waves } = baseline;
  const places = [
    ...(baseline.units ?? []).map((unit, index) => ({ unit, path: ['baseline', 'units', index] })),
    ...(waves ?? []).flatMap((wave, index) =>
      wave.map((unit, place) => ({ unit, path: ['baseline', 'waves', index, place] })),
    ),
  ];
  const known = accounts.map(({ name }, index): Named => ({ name, path: ['accounts', index, 'name'] }));
  const units = organization.units.flatMap(({ name, parent }, index): Named[] => {
    const path = ['organization', 'units', index, 'name'];
    return [{ name: parent === 'Root' ? name : `${parent}/${name}`, path }];
  });
  return [
    ...(administrator === undefined
      ? []
      : reference(['baseline', 'administrator'], administrator, 'an account', known)),
    ...places
      .filter(({ unit }) => unit !== ROOT)
      .flatMap(({ unit, path }) => reference(path, unit, 'an organisational unit', units)),
    ...apart(waves ?? []),
    ...(baseline.units && waves
      ? [
          {
            path: ['baseline', 'waves'],
            message: 'units and waves both say whom the stack sets serve',
            expected: 'one of the two',
            remedy: 'keep waves, and take units away',
          },
        ]
      : []),
  ];
};
