import { egressPathsOf, judgePath, typesOfConcern, type Concern, type Egress } from '../../proofs/residency';
import { asText } from '../../template';
import { NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { remembered, resultOf } from './keeps-home';

/** What other rules judge by what is safe (public addresses, open egress, policies), and not by where it leads. */
const CONCERNS: ReadonlySet<Concern> = new Set<Concern>(['exposure', 'sharing', 'subscriptions']);

const pathsOf = remembered((type) => egressPathsOf(type).filter(({ concern }) => CONCERNS.has(concern)));

/**
 * What the residency proof tells and no rule over single resources does: ways to the internet, to mailboxes and to other
 * accounts. Asked where the register of a landing zone is known: a flow says that traffic may pass, the transfer what
 * leaves by it and who approved that.
 */
export const wayOutDeclared: Rule = {
  id: 'way-out-declared',
  control: 'RES-13',
  severity: 'medium',
  message:
    'Data or traffic of the landing zone leaves AWS, or the organisation, and no transfer of its register says so.',
  remediation:
    'Close the way, or have a transfer entered in the config; `lionrock prove residency` lists every way out.',
  types: [...new Set([...CONCERNS].flatMap(typesOfConcern))],
  scope: 'estate',
  evaluate: (_anchor, context) => {
    if (!context.declared) return NOT_APPLICABLE;
    return context.graph.templates
      .flatMap(({ resources }) => resources)
      .flatMap((resource) =>
        pathsOf(resource.type)
          .flatMap((path) => judgePath(path, { resource, ...context }))
          .filter((egress) => egress.leaves !== false && !isJudgedAlone(egress))
          .map((egress) => ({ ...resultOf(egress, context), on: resource, subject: subjectOf(egress) })),
      );
  },
};

/** Other channels than mail are judged where they are subscribed. */
function isJudgedAlone({ path, observed }: Egress): boolean {
  return path.concern === 'subscriptions' && !asText(observed)?.startsWith('email');
}

/** The same words for the same way out, whatever it is called in the template. */
function subjectOf({ path, to }: Egress): string {
  return `${path.path} to ${to}`;
}
