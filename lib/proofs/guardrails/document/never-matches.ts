import { nearest, type Trilean } from '../../../model';
import { allActions, type Action } from '../actions';
import {
  globOf,
  matches,
  qualified,
  readPolicy,
  testHolds,
  type ConditionTest,
  type KeyValues,
  type PolicyStatement,
} from '../evaluate';
import { ActionMatcher, domainOf, isAlwaysThere, isPlain } from '../sweep';
import type { DocumentProblem } from './document-problem';

type Path = DocumentProblem['path'];

/**
 * What keeps a well-formed statement from ever matching a request: tests of one key that contradict each other, keys that
 * no request of its actions carries, resources that none of its actions takes. Only what is sure is told.
 */
export function neverMatching(document: Readonly<Record<string, unknown>>): readonly DocumentProblem[] {
  const { statements } = readPolicy(document, 'the policy');
  const isList = Array.isArray(document['Statement']);
  return statements.flatMap((statement, index) => {
    const path = isList ? ['Statement', index] : ['Statement'];
    const actions = actionsOf(statement);
    return [
      ...contradictions(statement, path),
      ...(actions ? [...strangeKeys(statement, actions, path), ...strangeResources(statement, actions, path)] : []),
    ];
  });
}

/** The actions that a statement names; undefined where it means all but some, or may mean any. */
function actionsOf({ actions }: PolicyStatement): readonly Action[] | undefined {
  if (actions.negated || !actions.texts.every((text) => isPlain(text) && /^[^*?]+:/.test(text))) return undefined;
  const found = [...new ActionMatcher(actions).everything().keys()];
  return found.length === 0 ? undefined : found;
}

/** Keys whose tests no value passes together, nor its absence. */
function contradictions({ tests }: PolicyStatement, path: Path): readonly DocumentProblem[] {
  const byKey = grouped(tests, ({ key }) => key.toLowerCase());
  return [...byKey].flatMap(([key, own]) => {
    const [first] = own;
    if (own.length < 2 || !first || !contradict(key, own)) return [];
    const operators = own.map(({ operator }) => operator).join(', ');
    return [
      {
        path: [...path, 'Condition', first.operator, first.key],
        onKey: true,
        message: `the tests of "${first.key}" (${operators}) contradict each other: the statement never matches`,
        expected: 'tests that some value passes together',
        remedy: 'remove one of them, or write two statements: all tests of a statement must hold at once',
      },
    ];
  });
}

function contradict(key: string, tests: readonly ConditionTest[]): boolean {
  if (!tests.every(({ operator, values }) => !qualified(operator).set && values.every(isPlain))) return false;
  const domain = domainOf(key, tests);
  const values = domain.isComplete ? domain.values : named(key, tests);
  if (values) return values.every((value) => tests.some((test) => holds(test, value) === false));
  return isWithin(key, tests);
}

function holds(test: ConditionTest, value: KeyValues): Trilean {
  return testHolds(test, value, { context: () => 'unknown', hasVariables: false });
}

const EXACT = new Set(['StringEquals', 'NumericEquals', 'DateEquals', 'Bool', 'BinaryEquals']);
const PATTERN = new Set(['StringLike', 'ArnEquals', 'ArnLike']);

/** Every value that passes a test for named values: those, and none at all where it lets that pass. */
function named(key: string, tests: readonly ConditionTest[]): readonly (readonly string[])[] | undefined {
  const exact = tests.find(({ operator, values }) => {
    const { bare } = qualified(operator);
    return EXACT.has(bare) || (PATTERN.has(bare) && values.every((value) => isPlain(value) && !/[*?]/.test(value)));
  });
  if (!exact) return undefined;
  const absent = qualified(exact.operator).ifExists && !isAlwaysThere(key) ? [[]] : [];
  return [...absent, ...exact.values.filter(isPlain).map((value) => [value])];
}

/** Whether all that one test asks for is what another refuses: each of its patterns is within one of the other's. */
function isWithin(key: string, tests: readonly ConditionTest[]): boolean {
  return tests.some((wanted) => {
    const { bare, ifExists } = qualified(wanted.operator);
    if (!PATTERN.has(bare) || (ifExists && !isAlwaysThere(key))) return false;
    return tests.some((refused) => {
      const negative = qualified(refused.operator).bare;
      if (!/^(StringNotLike|ArnNotLike|ArnNotEquals)$/.test(negative)) return false;
      if (negative.startsWith('Arn') !== bare.startsWith('Arn')) return false;
      // A wildcard of the narrower pattern is a character like any other, which only a wildcard of the wider one takes.
      return wanted.values.every((narrow) =>
        refused.values.some(
          (wide) => isPlain(narrow) && isPlain(wide) && !wide.includes('?') && fieldsWithin(narrow, wide, bare),
        ),
      );
    });
  });
}

/** ARNs are compared part by part. */
function fieldsWithin(narrow: string, wide: string, operator: string): boolean {
  if (!operator.startsWith('Arn')) return matches(globOf(wide), narrow);
  const [inner, outer] = [narrow, wide].map((arn) =>
    /^([^:]*):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(arn)?.slice(1),
  );
  return (
    inner !== undefined && outer !== undefined && outer.every((field, at) => matches(globOf(field), inner[at] ?? ''))
  );
}

/** Keys of services that none of the actions carries; where the service has none of that name, it is misspelt. */
function strangeKeys({ tests }: PolicyStatement, actions: readonly Action[], path: Path): readonly DocumentProblem[] {
  return tests.flatMap((test): readonly DocumentProblem[] => {
    const { operator, key } = test;
    const [prefix = ''] = key.toLowerCase().split(':');
    const known = KEYS.of(prefix);
    if (prefix === 'aws' || known.length === 0) return [];
    const place = { path: [...path, 'Condition', operator, key], onKey: true };
    if (!known.some((name) => names(name, key))) {
      const meant = nearest(key, known);
      return [
        {
          ...place,
          message: `unknown condition key "${key}"${meant ? `: did you mean "${meant}"?` : ': no action carries it'}`,
          expected: meant ?? `a condition key of ${prefix}`,
          remedy: meant
            ? `write "${meant}"`
            : 'correct or remove it: a key that no request carries makes the condition never match',
        },
      ];
    }
    const isOfOthers = actions.every(
      ({ service, keys }) => service !== prefix && !keys.some(({ name }) => names(name, key)),
    );
    if (!isOfOthers || holds(test, []) !== false) return [];
    return [
      {
        ...place,
        message: `no request of the statement's actions carries "${key}": the statement never matches`,
        expected: `a key that actions of ${[...new Set(actions.map(({ service }) => service))].join(', ')} carry`,
        remedy: 'test another key, or name the actions that carry this one',
      },
    ];
  });
}

/** Whether a key of the documentation, `s3:ExistingObjectTag/<key>`, is the one that stands in a policy. */
function names(documented: string, key: string): boolean {
  const [fixed = ''] = documented.toLowerCase().split(/[<$]/);
  const written = key.toLowerCase();
  return fixed === documented.toLowerCase() ? written === fixed : written.startsWith(fixed);
}

/** The condition keys of each service, read once. */
const KEYS = {
  read: undefined as ReadonlyMap<string, readonly string[]> | undefined,
  of(service: string): readonly string[] {
    this.read ??= keysByService();
    return this.read.get(service) ?? [];
  },
};

function keysByService(): ReadonlyMap<string, readonly string[]> {
  const all = new Set(allActions().flatMap(({ keys }) => keys.map(({ name }) => name)));
  return grouped([...all], (name) => name.split(':')[0]?.toLowerCase() ?? '');
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Resources of a service of which none of the actions takes one. */
function strangeResources(
  { resources }: PolicyStatement,
  actions: readonly Action[],
  path: Path,
): readonly DocumentProblem[] {
  if (!resources || resources.negated) return [];
  const services = resources.texts.map((text) => (isPlain(text) ? /^arn:[^:]*:([^:*?]+):/.exec(text)?.[1] : undefined));
  if (services.includes(undefined)) return [];
  const taken = new Set(
    actions.flatMap(({ needed, optional }) =>
      [...needed, ...optional].flatMap(({ arns }) => arns.map((arn) => arn.split(':')[2] ?? '')),
    ),
  );
  if ([...taken].some((service) => service.includes('$') || services.includes(service))) return [];
  return [
    {
      path: [...path, 'Resource'],
      message: `none of the statement's actions takes a resource of ${[...new Set(services)].join(', ')}: the statement never matches`,
      expected:
        taken.size === 0 ? '"*": the actions know no resources' : `a resource of ${[...taken].join(', ')}, or "*"`,
      remedy: 'correct Resource',
    },
  ];
}
