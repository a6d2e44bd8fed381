import type { Check } from './check';
import { reference } from './reference';

/** The account from which it is deployed is one of the landing zone. */
export const checkDeployment: Check = ({ accounts, deployment }) => {
  if (deployment.account === undefined) return [];
  const known = accounts.map(({ name }, index) => ({ name, path: ['accounts', index, 'name'] }));
  return reference(['deployment', 'account'], deployment.account, 'an account', known);
};
