import { forSome } from '../../model';
import { among, everyAccount } from '../check';
import type { Rule } from '../rule';

export const ANALYZER = 'AWS::AccessAnalyzer::Analyzer';

/** A rule's predicate: every account has an analyzer of its own or of the organisation, which serves all accounts. */
export function analyzed(expected: string, ofAccount: string, ofOrganization: string): Rule['evaluate'] {
  const either = among(ofAccount, ofOrganization);
  const forAllAccounts = among(ofOrganization);
  return everyAccount({
    types: [ANALYZER],
    expected,
    is: ({ properties }) => either.test(properties['Type']),
    together: ({ graph }) =>
      forSome(graph.ofType(ANALYZER), ({ properties }) => forAllAccounts.test(properties['Type'])),
  });
}
