import { nearest, REGIONS } from '../../../model';
import { actionNamed, allActions } from '../actions';
import { readPolicy, type PolicyDocument } from '../evaluate';
import { ActionMatcher, PlaceSweep } from '../sweep';
import { listed, type DocumentProblem } from './document-problem';
import type { StatementPolicyType } from './grammar';
import { neverMatching } from './never-matches';

/** What a well-formed service or resource control policy says that cannot be meant: what never matches, and lock-outs. */
export function meaningProblems(
  type: StatementPolicyType,
  document: Readonly<Record<string, unknown>>,
): readonly DocumentProblem[] {
  const unknown = unknownActions(document);
  return [
    ...unknown,
    // A statement of unknown actions has been told already.
    ...(unknown.length > 0 ? [] : neverMatching(document)),
    ...(type === 'SERVICE_CONTROL_POLICY' ? lockOuts(document) : []),
  ];
}

/** Actions of which AWS documents none: the statement never matches for them. */
function unknownActions(document: Readonly<Record<string, unknown>>): readonly DocumentProblem[] {
  return listed(document['Statement'] ?? [], ['Statement']).flatMap(({ value, path }) =>
    ['Action', 'NotAction'].flatMap((element) =>
      listed((value as Readonly<Record<string, unknown>>)[element] ?? [], [...path, element]).flatMap((each) =>
        typeof each.value === 'string' && each.value !== '*' ? actionProblems(each.value, each.path) : [],
      ),
    ),
  );
}

/**
 * Whether AWS has what an action names, which may end in `*`.
 * @param without what is true where it does not
 */
export function actionProblems(
  pattern: string,
  path: DocumentProblem['path'],
  without = 'the statement never matches by it',
): readonly DocumentProblem[] {
  if (actionNamed(pattern)) return [];
  const service = pattern.split(':')[0]?.toLowerCase() ?? '';
  const names = allActions().filter((action) => action.service === service);
  if (names.length === 0) {
    const meant = nearest(service, [...new Set(allActions().map((action) => action.service))]);
    return [
      unknown(path, `unknown service "${service}"`, meant, 'the prefix of a service of AWS, such as s3', without),
    ];
  }
  const matcher = new ActionMatcher({ negated: false, texts: [pattern] });
  if (names.some(({ name }) => matcher.covers(name.toLowerCase()) === true)) return [];
  const meant = nearest(
    pattern,
    names.map(({ name }) => name),
  );
  return [unknown(path, `"${pattern}" is no action of ${service}`, meant, `an action of ${service}`, without)];
}

function unknown(
  path: DocumentProblem['path'],
  what: string,
  meant: string | undefined,
  expected: string,
  without: string,
): DocumentProblem {
  return {
    path,
    message: `${what}${meant ? `: did you mean "${meant}"?` : `: ${without}`}`,
    expected: meant ?? expected,
    remedy: meant ? `write "${meant}"` : 'correct or remove it',
  };
}

/** A policy that leaves nobody anything where it is attached. Only one that denies all actions, or all but some, can. */
function lockOuts(document: Readonly<Record<string, unknown>>): readonly DocumentProblem[] {
  const read = readPolicy(document, 'the policy');
  if (!read.statements.some(isBroad)) return [];
  const guardrail = { document: read, resource: undefined };
  const sweep = new PlaceSweep(
    { name: 'a target', account: undefined, serviceControl: [[guardrail]], resourceControl: [] },
    'aws',
  );
  if (sweep.leavesAnything(Object.values(REGIONS).flat()) !== false) return [];
  return [
    {
      path: ['Statement'],
      message: 'the policy denies everything to everybody in every region',
      expected: 'an exemption of at least one role, by ArnNotLike on aws:PrincipalArn',
      remedy: 'exempt the break-glass role: nobody else could undo a mistake',
    },
  ];
}

function isBroad({ effect, actions }: PolicyDocument['statements'][number]): boolean {
  return effect === 'Deny' && (actions.negated || actions.texts.includes('*'));
}
