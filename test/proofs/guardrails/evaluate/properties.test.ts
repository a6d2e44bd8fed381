import fc from 'fast-check';
import { evaluate, readPolicy, type AccessRequest, type Policies } from '../../../../lib/proofs/guardrails';
import { anyStatement, request, statement, statements, type RawStatement } from './arbitrary';

/** The kinds of policy, each as the one that holds the statements in question among others that allow. */
const KINDS = ['serviceControl', 'resourceControl', 'identity', 'boundary', 'session', 'resource'] as const;
const kind = fc.constantFrom(...KINDS);

const read = (list: readonly object[], Version = '2012-10-17') => readPolicy({ Version, Statement: list }, 'p');
const OPEN_TO_ALL = read([{ Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' }]);

function decide(asked: AccessRequest, of: (typeof KINDS)[number], list: readonly object[]) {
  const document = read(list);
  const base: Policies = { identity: [OPEN_TO_ALL] };
  const policies: Readonly<Record<(typeof KINDS)[number], Policies>> = {
    serviceControl: { ...base, serviceControl: [[OPEN_TO_ALL], [document]] },
    resourceControl: { ...base, resource: OPEN_TO_ALL, resourceControl: [[document]] },
    identity: { identity: [document], resource: read([]) },
    boundary: { ...base, boundary: document },
    session: { ...base, session: [document] },
    resource: { resource: document },
  };
  return evaluate(asked, policies[of]).answer;
}

/** From the least that is allowed to the most. */
const RANK = { deny: 0, unknown: 1, allow: 2 };

function expectNotMore(before: keyof typeof RANK, after: keyof typeof RANK) {
  expect(RANK[after]).toBeLessThanOrEqual(RANK[before]);
}

const deny = statement(fc.constant('Deny'));
const allow = statement(fc.constant('Allow'));
const RUNS = { numRuns: 1000, seed: 6 };

test('another Deny never allows', () => {
  fc.assert(
    fc.property(request, kind, statements, deny, (asked, of, list, added) =>
      expectNotMore(decide(asked, of, list), decide(asked, of, [...list, added])),
    ),
    RUNS,
  );
});

test('one Allow less never allows', () => {
  fc.assert(
    fc.property(request, kind, statements, allow, (asked, of, list, removed) =>
      expectNotMore(decide(asked, of, [...list, removed]), decide(asked, of, list)),
    ),
    RUNS,
  );
});

test('a Deny of more actions or resources, or under fewer conditions, never allows', () => {
  const without = (each: RawStatement, ...elements: readonly string[]) =>
    Object.fromEntries(Object.entries(each).filter(([element]) => !elements.includes(element)));
  const wider = fc.constantFrom<(each: RawStatement) => object>(
    (each) => ({ ...without(each, 'NotAction'), Action: '*' }),
    (each) => ({ ...without(each, 'NotResource'), Resource: '*' }),
    (each) => without(each, 'Condition'),
    (each) => ({ ...each, Principal: '*' }),
  );
  fc.assert(
    fc.property(request, kind, statements, deny, wider, (asked, of, list, denied, widen) =>
      expectNotMore(decide(asked, of, [...list, denied]), decide(asked, of, [...list, widen(denied)])),
    ),
    RUNS,
  );
});

test('the order of statements does not matter', () => {
  const shuffled = statements.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(request, kind, shuffled, (asked, of, [list, other]) => {
      expect(decide(asked, of, other)).toBe(decide(asked, of, list));
    }),
    RUNS,
  );
});

test('saying a statement twice changes nothing', () => {
  fc.assert(
    fc.property(request, kind, statements, anyStatement, (asked, of, list, twice) => {
      expect(decide(asked, of, [...list, twice, twice])).toBe(decide(asked, of, [...list, twice]));
    }),
    RUNS,
  );
});

test('a statement over two documents is a statement of one', () => {
  fc.assert(
    fc.property(request, statements, statements, (asked, left, right) => {
      const one = evaluate(asked, { identity: [read([...left, ...right])] });
      expect(evaluate(asked, { identity: [read(left), read(right)] }).answer).toBe(one.answer);
    }),
    RUNS,
  );
});

test('what becomes known keeps every answer that was certain', () => {
  const learned = fc.constantFrom<string | null>('ap-east-1', 'red', 'true', '1.2', null);
  fc.assert(
    fc.property(request, kind, statements, learned, (asked, of, list, value) => {
      const before = decide({ ...asked, otherKeys: 'unknown' }, of, list);
      const known = {
        'aws:RequestedRegion': value,
        'aws:PrincipalTag/team': value,
        's3:TlsVersion': value,
        'aws:SecureTransport': value,
        'aws:TagKeys': value,
      };
      const after = decide({ ...asked, context: { ...known, ...asked.context } }, of, list);
      expect([before, 'unknown']).toContain(before === 'unknown' ? before : after);
    }),
    RUNS,
  );
});

test('organisation policies, boundaries and sessions grant nothing', () => {
  const limits = fc.constantFrom('serviceControl', 'resourceControl', 'boundary', 'session');
  fc.assert(
    fc.property(request, limits, statements, (asked, of, list) => {
      const document = read(list);
      const levels = {
        serviceControl: [[document]],
        resourceControl: [[document]],
        boundary: document,
        session: [document],
      };
      const nothing: Policies = { resource: read([]) };
      const principal = asked.principal.type === 'root' ? ({ type: 'anonymous' } as const) : asked.principal;
      expectNotMore('deny', evaluate({ ...asked, principal }, { ...nothing, [of]: levels[of] }).answer);
    }),
    RUNS,
  );
});

test('the case of actions and keys does not matter', () => {
  fc.assert(
    fc.property(request, kind, statements, (asked, of, list) => {
      const context = Object.fromEntries(Object.entries(asked.context).map(([key, each]) => [key.toUpperCase(), each]));
      const loud = { ...asked, action: asked.action.toUpperCase(), context };
      expect(decide(loud, of, list)).toBe(decide(asked, of, list));
    }),
    RUNS,
  );
});
