import { NOT_APPLICABLE } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';
import { environmentsByAccount } from './environment';

/**
 * Judged by the tags environment, env or stage of what stands in an account whose id or marker is known. That no network
 * leads from one to the other is shown by the rules of the network.
 */
export const environmentsInOwnAccounts: Rule = {
  id: 'environments-in-own-accounts',
  control: 'CHG-06',
  message: 'Production and other environments share an account.',
  remediation: 'Give each environment an account of its own.',
  types: [TEMPLATE],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    const accounts = [...environmentsByAccount(graph)].filter(([, environments]) => environments.size > 0);
    if (accounts.length === 0) return NOT_APPLICABLE;
    const expected = 'one environment in each account';
    const property = 'Resources';
    const several = accounts.filter(([, environments]) => environments.size > 1);
    const mixed = several.filter(([, environments]) => environments.size - (environments.has('unknown') ? 1 : 0) > 1);
    if (mixed.length > 0)
      return { status: 'fail', property, observed: { mixedIn: mixed.map(([name]) => name) }, expected };
    const [open] = several;
    if (open)
      return { status: 'unknown', property, expected, because: `an environment in ${open[0]} is named at deployment` };
    return { status: 'pass', property, observed: `${accounts.length} accounts with one each`, expected };
  },
};
