import type { Check } from './check';
import { reference, type Named } from './reference';

/** The stack set of the baseline belongs to an account that exists, and goes to units that exist. */
export const checkBaseline: Check = ({ accounts, organization, baseline }) => {
  const { administrator } = baseline;
  const known = accounts.map(({ name }, index): Named => ({ name, path: ['accounts', index, 'name'] }));
  const units = organization.units.flatMap(({ name, parent }, index): Named[] => {
    const path = ['organization', 'units', index, 'name'];
    return [{ name: parent === 'Root' ? name : `${parent}/${name}`, path }];
  });
  return [
    ...(administrator === undefined
      ? []
      : reference(['baseline', 'administrator'], administrator, 'an account', known)),
    ...(baseline.units ?? [])
      .map((unit, index) => ({ unit, index }))
      .filter(({ unit }) => unit !== 'Root')
      .flatMap(({ unit, index }) => reference(['baseline', 'units', index], unit, 'an organisational unit', units)),
  ];
};
