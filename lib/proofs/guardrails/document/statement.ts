import { isJsonMap, nearest } from '../../../model';
import { conditionProblems } from './condition';
import { listed, type DocumentProblem } from './document-problem';
import type { StatementGrammar } from './grammar';

type Path = DocumentProblem['path'];
type Statement = Readonly<Record<string, unknown>>;

/** What is wrong with one statement of a service or resource control policy. */
export function statementProblems(value: unknown, path: Path, grammar: StatementGrammar): readonly DocumentProblem[] {
  if (!isJsonMap(value))
    return [problem(path, 'a statement is not a mapping', 'a mapping with Effect, Action, Resource')];
  return [
    ...elementProblems(value, path, grammar),
    ...effectProblems(value, path, grammar),
    ...sidProblems(value, path),
    ...choiceProblems(value, path, grammar, 'Action', 'NotAction'),
    ...choiceProblems(value, path, grammar, 'Resource', 'NotResource'),
    ...principalProblems(value, path, grammar),
    ...['Action', 'NotAction'].flatMap((name) =>
      textProblems(value, path, name, ACTION, 'an action such as s3:PutObject'),
    ),
    ...['Resource', 'NotResource'].flatMap((name) => textProblems(value, path, name, RESOURCE, '"*" or an ARN')),
    ...('Condition' in value ? conditionProblems(value['Condition'], [...path, 'Condition']) : []),
  ];
}

const ACTION = /^(\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$/;
const RESOURCE = /^(\*|arn:.+)$/s;

function elementProblems(statement: Statement, path: Path, grammar: StatementGrammar): readonly DocumentProblem[] {
  return Object.keys(statement)
    .filter((key) => !grammar.elements.includes(key))
    .map((key) =>
      unknownElement(
        key,
        [...path, key],
        grammar.elements.filter((each) => !(each in statement)),
        grammar.title,
      ),
    );
}

/** An element that the policy's type does not have. */
export function unknownElement(key: string, path: Path, candidates: readonly string[], where: string): DocumentProblem {
  const meant = nearest(key, candidates);
  return {
    path,
    onKey: true,
    message: `unknown element "${key}" in a ${where}${meant ? `: did you mean "${meant}"?` : ''}`,
    expected: meant ? `the element ${meant}` : `one of the elements ${candidates.join(', ')}`,
    remedy: meant ? `rename it to "${meant}"` : `remove it: a ${where} does not have it`,
  };
}

function effectProblems(
  statement: Statement,
  path: Path,
  { effects, title }: StatementGrammar,
): readonly DocumentProblem[] {
  const expected = effects.join(' or ');
  if (!('Effect' in statement)) return [problem(path, 'the statement has no Effect', expected)];
  const effect = statement['Effect'];
  if (typeof effect === 'string' && effects.includes(effect)) return [];
  const meant = typeof effect === 'string' ? nearest(effect, effects) : undefined;
  const message = `Effect ${JSON.stringify(effect)} is not one of a ${title}${meant ? `: did you mean "${meant}"?` : ''}`;
  return [{ path: [...path, 'Effect'], message, expected, remedy: `write ${meant ? `"${meant}"` : expected}` }];
}

function sidProblems(statement: Statement, path: Path): readonly DocumentProblem[] {
  const sid = statement['Sid'];
  if (sid === undefined || (typeof sid === 'string' && /^[A-Za-z0-9]*$/.test(sid))) return [];
  return [problem([...path, 'Sid'], `Sid ${JSON.stringify(sid)} is not allowed`, 'letters and digits only')];
}

/** One of the pair, not both; neither is asked for when a misspelt element stands for it. */
function choiceProblems(
  statement: Statement,
  path: Path,
  grammar: StatementGrammar,
  name: string,
  negated: string,
): readonly DocumentProblem[] {
  const allowed = [name, negated].filter((each) => grammar.elements.includes(each));
  const present = allowed.filter((each) => each in statement);
  if (present.length === 2) {
    return [problem([...path, negated], `the statement has ${name} and ${negated}`, `either ${name} or ${negated}`)];
  }
  const misspelt = Object.keys(statement).some(
    (key) => !grammar.elements.includes(key) && allowed.includes(nearest(key, grammar.elements) ?? ''),
  );
  if (present.length === 1 || misspelt) return [];
  return [problem(path, `the statement has no ${allowed.join(' or ')}`, allowed.join(' or '))];
}

function principalProblems(statement: Statement, path: Path, grammar: StatementGrammar): readonly DocumentProblem[] {
  if (!grammar.elements.includes('Principal') || statement['Principal'] === '*') return [];
  const has = 'Principal' in statement;
  const message = has ? 'Principal names a principal' : 'the statement has no Principal';
  return [
    {
      path: has ? [...path, 'Principal'] : path,
      message: `${message}: a ${grammar.title} applies to everyone`,
      expected: '"*"',
      remedy: 'write "Principal": "*" and narrow with a Condition',
    },
  ];
}

function textProblems(
  statement: Statement,
  path: Path,
  name: string,
  pattern: RegExp,
  expected: string,
): readonly DocumentProblem[] {
  if (!(name in statement)) return [];
  const values = listed(statement[name], [...path, name]);
  if (values.length === 0) return [problem([...path, name], `${name} is an empty list`, expected)];
  return values
    .filter(({ value }) => typeof value !== 'string' || !pattern.test(value))
    .map(({ value, path: at }) => problem(at, `${name} has ${JSON.stringify(value)}`, expected));
}

function problem(path: Path, message: string, expected: string): DocumentProblem {
  return { path, message, expected, remedy: `write ${expected}` };
}
