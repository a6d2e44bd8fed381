import type { Draft } from './draft';
import type { Estate } from './estate';

/** What the organisation has and the config does not name: Lionrock leaves it alone. */
export interface Untouched {
  readonly what: 'account' | 'unit' | 'policy' | 'service';
  readonly name: string;
  readonly why: string;
}

/** Policies that Control Tower makes and watches. */
const CONTROL_TOWER_POLICY = /^aws-guardrails-/;

/** Everything of an organisation that a deployment will not touch. */
export function untouchedBy(draft: Pick<Draft, 'accounts' | 'organization' | 'name'>, estate: Estate): Untouched[] {
  const ids = new Set(draft.accounts.map(({ id }) => id));
  const names = new Set(draft.accounts.map(({ name }) => name));
  const unitIds = new Set(draft.organization.units.map(({ id }) => id));
  const paths = new Set(
    draft.organization.units.map(({ name, parent }) => (parent === 'Root' ? name : `${parent}/${name}`)),
  );
  const accounts = estate.accounts
    .filter(({ id, name }) => !ids.has(id) && !names.has(name) && id !== estate.managementAccount)
    .map(({ id, name }): Untouched => ({ what: 'account', name: `${name} (${id})`, why: 'not in the config' }));
  const units = estate.units
    .filter(({ id, path }) => !unitIds.has(id) && !paths.has(path))
    .map(({ id, path }): Untouched => ({ what: 'unit', name: `${path} (${id})`, why: 'not in the config' }));
  const policies = estate.policies
    .filter((name) => !name.startsWith(`${draft.name}-`))
    .map((name): Untouched => {
      return {
        what: 'policy',
        name,
        why: CONTROL_TOWER_POLICY.test(name) ? 'of Control Tower' : 'not of this landing zone',
      };
    });
  const service: Untouched[] = estate.hasControlTower
    ? [
        {
          what: 'service',
          name: 'AWS Control Tower',
          why: 'its stack sets, roles, trails, policies and landing zone stay as they are',
        },
      ]
    : [];
  return [...service, ...units, ...accounts, ...policies];
}
