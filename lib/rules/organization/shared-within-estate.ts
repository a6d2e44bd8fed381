import { asText } from '../../template';
import { at, deployedAccounts, expectation, judge, NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';

const SHARE = 'AWS::RAM::ResourceShare';

/** Judged in a unit with templates of several accounts: these are the estate. Units and organisations are named by ARNs. */
export const sharedWithinEstate: Rule = {
  id: 'shared-within-estate',
  control: 'RES-17',
  message: 'A resource is shared with an account that is none of the landing zone.',
  remediation: 'Remove the account from Principals.',
  types: [SHARE],
  scope: 'estate',
  holdsOfParts: true,
  evaluate: (_anchor, { graph }) => {
    const accounts = deployedAccounts(graph);
    if (accounts.size < 2) return NOT_APPLICABLE;
    const known = expectation('an account of the landing zone, or a part of its organisation', (value) => {
      const text = asText(value);
      return text === undefined || !/^\d{12}$/.test(text) || accounts.has(text);
    });
    return graph
      .ofType(SHARE)
      .flatMap((on) => judge(at(on.properties, 'Principals[]'), known).map((result) => ({ ...result, on })));
  },
};
