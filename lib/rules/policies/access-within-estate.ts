import { and, not, or, type Trilean } from '../../model';
import { arnOf, asText, type Value } from '../../template';
import { deployedAccounts, NOT_APPLICABLE } from '../check';
import { forbid, isAllow, isNarrowed, RESOURCE_POLICY_TYPES, resourceDocuments } from '../policy';
import { listed, type Rule } from '../rule';

/**
 * Judged in a unit with templates of several accounts: these are the estate. A condition on the organisation, on the
 * caller or on where it calls from narrows a statement. Who else is in the organisation no template says.
 */
export const accessWithinEstate: Rule = {
  id: 'access-within-estate',
  control: 'RES-14',
  message: 'The policy lets an account use the resource that is none of the landing zone.',
  remediation: 'Remove the account, or add a condition on aws:PrincipalOrgID.',
  types: RESOURCE_POLICY_TYPES,
  scope: 'estate',
  holdsOfParts: true,
  evaluate: (_anchor, context) => {
    const accounts = deployedAccounts(context.graph);
    if (accounts.size < 2) return NOT_APPLICABLE;
    const judge = forbid({
      documents: resourceDocuments,
      expected: `accounts of the landing zone, or a condition on the organisation`,
      is: (item) =>
        and(
          isAllow(item),
          or(...item.principals.map(({ kind, name }) => kind === 'AWS' && isStranger(name, accounts))),
          not(isNarrowed(item)),
        ),
    });
    return RESOURCE_POLICY_TYPES.flatMap((type) => context.graph.ofType(type)).flatMap((on) =>
      listed(judge(on, context)).map((result) => ({ ...result, on })),
    );
  },
};

/** Accounts that are not known are another rule's question. */
function isStranger(name: Value, accounts: ReadonlySet<string>): Trilean {
  const text = asText(name);
  const account = text !== undefined && /^\d{12}$/.test(text) ? text : asText(arnOf(name)?.account);
  return account !== undefined && account !== '' && !accounts.has(account);
}
