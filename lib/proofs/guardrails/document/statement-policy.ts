import { isJsonMap, nearest } from '../../../model';
import { listed, type DocumentProblem } from './document-problem';
import { POLICY_VERSION, STATEMENT_GRAMMARS, type StatementPolicyType } from './grammar';
import { statementProblems, unknownElement } from './statement';

const TOP_LEVEL = ['Version', 'Id', 'Statement'];

/** What is wrong with the document of a service or resource control policy. */
export function statementPolicyProblems(
  type: StatementPolicyType,
  document: Readonly<Record<string, unknown>>,
): readonly DocumentProblem[] {
  const grammar = STATEMENT_GRAMMARS[type];
  const absent = TOP_LEVEL.filter((key) => !(key in document));
  const strangers = Object.keys(document).filter((key) => !TOP_LEVEL.includes(key));
  const unknown = strangers.map((key) => unknownElement(key, [key], absent, grammar.title));
  const meant = strangers.map((key) => nearest(key, absent));
  return [
    ...unknown,
    ...versionProblems(document, meant),
    ...statementsProblems(document, meant),
    ...listed(document['Statement'] ?? [], ['Statement']).flatMap((each) =>
      statementProblems(each.value, each.path, grammar),
    ),
    ...duplicateSids(document),
  ];
}

function versionProblems(document: Readonly<Record<string, unknown>>, meant: readonly unknown[]): DocumentProblem[] {
  const expected = `"${POLICY_VERSION}"`;
  const remedy = `write "Version": ${expected}`;
  if (document['Version'] === POLICY_VERSION || meant.includes('Version')) return [];
  if (!('Version' in document)) return [{ path: [], message: 'the policy has no Version', expected, remedy }];
  const message = `Version is ${JSON.stringify(document['Version'])}`;
  return [{ path: ['Version'], message, expected, remedy }];
}

function statementsProblems(document: Readonly<Record<string, unknown>>, meant: readonly unknown[]): DocumentProblem[] {
  const statements = document['Statement'];
  const expected = 'at least one statement';
  const remedy = 'write a statement with Effect, Action and Resource, or remove the policy';
  if (meant.includes('Statement')) return [];
  if (!('Statement' in document)) return [{ path: [], message: 'the policy has no Statement', expected, remedy }];
  const empty = Array.isArray(statements) && statements.length === 0;
  return empty ? [{ path: ['Statement'], message: 'the policy has no statements', expected, remedy }] : [];
}

function duplicateSids(document: Readonly<Record<string, unknown>>): DocumentProblem[] {
  const seen = new Set<unknown>();
  return listed(document['Statement'] ?? [], ['Statement']).flatMap(({ value, path }) => {
    const sid = isJsonMap(value) ? value['Sid'] : undefined;
    if (typeof sid !== 'string' || sid === '') return [];
    if (!seen.has(sid)) {
      seen.add(sid);
      return [];
    }
    const message = `two statements have the Sid "${sid}"`;
    return [{ path: [...path, 'Sid'], message, expected: 'a Sid of its own for each statement', remedy: 'rename one' }];
  });
}
