import { type GuardrailType, isJsonMap, nearest } from '../../../model';
import type { DocumentProblem } from './document-problem';
import { INHERITANCE_OPERATORS, TOP_LEVEL_KEY, type StatementPolicyType } from './grammar';
import { unknownElement } from './statement';

type Path = DocumentProblem['path'];

/** What is wrong with a policy that sets attributes: its one top-level key, and inheritance operators (`@@assign`). */
export function attributePolicyProblems(
  type: Exclude<GuardrailType, StatementPolicyType>,
  document: Readonly<Record<string, unknown>>,
): readonly DocumentProblem[] {
  const top = TOP_LEVEL_KEY[type];
  const others = Object.keys(document).filter((key) => key !== top);
  const unknown = others.map((key) =>
    unknownElement(key, [key], top in document ? [] : [top], `policy of type ${type}`),
  );
  const misspelt = others.some((key) => nearest(key, [top]) !== undefined);
  if (!(top in document)) return misspelt ? unknown : [...unknown, missingTop(top, type)];
  const content = document[top];
  if (isJsonMap(content) && Object.keys(content).length > 0) return [...unknown, ...operatorProblems(content, [top])];
  return [...unknown, { ...missingTop(top, type), path: [top], message: `"${top}" has no content` }];
}

function missingTop(top: string, type: GuardrailType): DocumentProblem {
  return {
    path: [],
    message: `the policy has no "${top}"`,
    expected: `the key "${top}", with which a policy of type ${type} begins`,
    remedy: `write the policy below "${top}", or correct its type`,
  };
}

function operatorProblems(value: unknown, path: Path): readonly DocumentProblem[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => operatorProblems(each, [...path, index]));
  if (!isJsonMap(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const below = operatorProblems(child, [...path, key]);
    const known: readonly string[] = INHERITANCE_OPERATORS;
    if (!key.startsWith('@') || known.includes(key)) return below;
    const meant = nearest(key, known);
    const problem: DocumentProblem = {
      path: [...path, key],
      onKey: true,
      message: `unknown inheritance operator "${key}"${meant ? `: did you mean "${meant}"?` : ''}`,
      expected: known.join(', '),
      remedy: meant ? `write "${meant}"` : 'use an inheritance operator',
    };
    return [problem, ...below];
  });
}
