import fc from 'fast-check';
import {
  evaluate,
  readPolicy,
  type AccessRequest,
  type Policies,
  type Principal,
} from '../../../lib/proofs/guardrails';
import { isAllowed, type Caller, type PolicySet, type Question } from './oracle/decide';
import type { Document } from './oracle/statement';
import { POSSIBLE, policySet, question } from './oracle/worlds';

// The engine beside a second evaluator that somebody else wrote from AWS's documentation: who is right when they differ is
// settled by the documentation, and recorded in docs/guardrails.md.

const read = (document: Document) => readPolicy(document, 'policy');

function policiesOf({ serviceControl, resourceControl, identity, boundary, session, resource }: PolicySet): Policies {
  return {
    ...(serviceControl && { serviceControl: serviceControl.map((level) => level.map(read)) }),
    ...(resourceControl && { resourceControl: resourceControl.map((level) => level.map(read)) }),
    identity: identity.map(read),
    ...(boundary && { boundary: read(boundary) }),
    ...(session && { session: session.map(read) }),
    ...(resource && { resource: read(resource) }),
  };
}

function principalOf(caller: Caller): Principal {
  if (caller.kind === 'service') return { type: 'service', name: caller.name };
  if (caller.kind === 'user') return { type: 'user', arn: caller.arn };
  return { type: 'role', arn: caller.arn, session: caller.session };
}

function requestOf(asked: Question, otherKeys: 'absent' | 'unknown'): AccessRequest {
  const { action, resource, resourceAccount, managementAccount, caller, values } = asked;
  const known = [...values].map(([key, carried]) => [key, carried.length === 1 ? carried[0] : carried]);
  return {
    action,
    resource,
    resourceAccount,
    managementAccount,
    principal: principalOf(caller),
    context: Object.fromEntries(known) as AccessRequest['context'],
    otherKeys,
  };
}

const answers = (asked: Question, policies: PolicySet) => (isAllowed(asked, policies) ? 'allow' : 'deny');

test('decides as the oracle does, of requests of which everything is known', () => {
  const seen = { allow: 0, deny: 0 };
  fc.assert(
    fc.property(question, policySet, (asked, policies) => {
      // Each key has a policy: of one that is not given nothing is known.
      fc.pre(!asked.action.startsWith('kms:') || policies.resource !== undefined);
      const expected = answers(asked, policies);
      seen[expected] += 1;
      expect(evaluate(requestOf(asked, 'absent'), policiesOf(policies)).answer).toBe(expected);
    }),
    { numRuns: 5000, seed: 20_261_126 },
  );
  expect(Math.min(seen.allow, seen.deny)).toBeGreaterThan(400);
});

test('says of a request of which something is unknown only what holds however it turns out', () => {
  const seen = { allow: 0, deny: 0, unknown: 0 };
  fc.assert(
    fc.property(
      question,
      policySet,
      fc.subarray([...POSSIBLE.keys()], { minLength: 1, maxLength: 2 }),
      (asked, policies, hidden) => {
        const known = new Map([...asked.values].filter(([key]) => !hidden.includes(key)));
        const absent = Object.fromEntries(
          [...POSSIBLE.keys()].filter((key) => !hidden.includes(key) && !known.has(key)).map((key) => [key, null]),
        );
        const request = requestOf({ ...asked, values: known }, 'unknown');
        const { answer } = evaluate({ ...request, context: { ...absent, ...request.context } }, policiesOf(policies));
        seen[answer] += 1;
        if (answer === 'unknown') return;
        for (const values of completions(known, hidden)) expect(answers({ ...asked, values }, policies)).toBe(answer);
      },
    ),
    { numRuns: 1500, seed: 20_261_127 },
  );
  expect(Math.min(seen.allow, seen.deny, seen.unknown)).toBeGreaterThan(40);
});

function completions(known: Question['values'], [key, ...rest]: readonly string[]): Question['values'][] {
  if (key === undefined) return [known];
  return (POSSIBLE.get(key) ?? []).flatMap((carried) =>
    completions(carried ? new Map([...known, [key, carried]]) : known, rest),
  );
}
