import { isJsonMap, nearest, parseCidr } from '../../../model';
import { CONDITION_OPERATORS, qualified } from '../evaluate';
import { listed, type DocumentProblem } from './document-problem';
import { GLOBAL_CONDITION_KEYS } from './grammar';

type Path = DocumentProblem['path'];

/** What is wrong with the `Condition` of a statement: operators, condition keys, values. */
export function conditionProblems(condition: unknown, path: Path): readonly DocumentProblem[] {
  if (!isJsonMap(condition)) {
    return [wrong(path, 'Condition is not a mapping', 'operators, each with condition keys and values')];
  }
  return Object.entries(condition).flatMap(([operator, keys]) => [
    ...operatorProblems(operator, [...path, operator]),
    ...keysProblems(keys, [...path, operator], qualified(operator).bare),
  ]);
}

function operatorProblems(operator: string, path: Path): readonly DocumentProblem[] {
  if (isOperator(operator)) return [];
  const suggestion = suggestedOperator(operator);
  return [
    {
      path,
      onKey: true,
      message: `unknown condition operator "${operator}"${suggestion ? `: did you mean "${suggestion}"?` : ''}`,
      expected: suggestion ?? 'an operator of the policy language, such as StringEquals or ArnNotLike',
      remedy: suggestion ? `write "${suggestion}"` : 'use an operator of the policy language',
    },
  ];
}

function isOperator(operator: string): boolean {
  const { bare, ifExists } = qualified(operator);
  return CONDITION_OPERATORS.includes(bare) && !(bare === 'Null' && ifExists);
}

function suggestedOperator(operator: string): string | undefined {
  const { set, bare, ifExists } = qualified(operator);
  const meant = nearest(bare, CONDITION_OPERATORS);
  if (meant === undefined) return undefined;
  return `${set ? `${set}:` : ''}${meant}${ifExists && meant !== 'Null' ? 'IfExists' : ''}`;
}

function keysProblems(keys: unknown, path: Path, operator: string): readonly DocumentProblem[] {
  if (!isJsonMap(keys) || Object.keys(keys).length === 0) {
    return [
      wrong(path, `"${path.at(-1)}" names no condition key`, 'condition keys, each with a value or list of values'),
    ];
  }
  return Object.entries(keys).flatMap(([key, value]) => [
    ...keyProblems(key, [...path, key]),
    ...valueProblems(value, [...path, key], operator),
  ]);
}

function keyProblems(key: string, path: Path): readonly DocumentProblem[] {
  if (!/^[A-Za-z0-9-]+:.+$/s.test(key)) {
    return [{ ...wrong(path, `"${key}" is not a condition key`, 'a key such as aws:RequestedRegion'), onKey: true }];
  }
  // Only a near miss is reported: keys are added by AWS, and an unknown one need not be wrong.
  const isGlobal = key.toLowerCase().startsWith('aws:') && !key.includes('/');
  const known = GLOBAL_CONDITION_KEYS.some((each) => each.toLowerCase() === key.toLowerCase());
  const meant = isGlobal && !known ? nearest(key, GLOBAL_CONDITION_KEYS) : undefined;
  if (meant === undefined) return [];
  return [
    {
      path,
      onKey: true,
      message: `unknown condition key "${key}": did you mean "${meant}"?`,
      expected: meant,
      remedy: `write "${meant}": a key that no request carries makes the condition never match`,
    },
  ];
}

function valueProblems(value: unknown, path: Path, operator: string): readonly DocumentProblem[] {
  const values = listed(value, path);
  if (values.length === 0) return [wrong(path, `"${path.at(-1)}" has an empty list of values`, 'at least one value')];
  return values.flatMap((each) => {
    if (!['string', 'number', 'boolean'].includes(typeof each.value)) {
      return [wrong(each.path, 'a condition value is not text', 'text, a number, true or false')];
    }
    const kind = KINDS.find(({ of }) => of.test(operator));
    const text = String(each.value);
    if (!kind || text.includes('${') || kind.is(text)) return [];
    return [wrong(each.path, `"${text}" is nothing that ${operator} compares: the test never holds`, kind.expected)];
  });
}

/** What values of an operator look like. */
const KINDS: readonly { readonly of: RegExp; readonly is: (text: string) => boolean; readonly expected: string }[] = [
  { of: /^(Bool|Null)$/, is: (text) => /^(true|false)$/i.test(text), expected: 'true or false' },
  { of: /^Numeric/, is: (text) => text.trim() !== '' && Number.isFinite(Number(text)), expected: 'a number' },
  {
    of: /^Date/,
    is: (text) => !Number.isNaN(Date.parse(text)) || /^\d+$/.test(text),
    expected: 'a time such as 2026-12-31T00:00:00Z',
  },
  { of: /IpAddress$/, is: isBlock, expected: 'a block of addresses such as 203.0.113.0/24' },
  {
    of: /^Arn/,
    is: (text) => text === '*' || /^[^:]*(:[^:]*){4,}/.test(text),
    expected: 'an ARN, in which * and ? are wildcards',
  },
];

function isBlock(text: string): boolean {
  return parseCidr(text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`) !== undefined;
}

function wrong(path: Path, message: string, expected: string): DocumentProblem {
  return { path, message, expected, remedy: `write ${expected}` };
}
