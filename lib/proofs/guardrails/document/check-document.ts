import { GUARDRAIL_QUOTAS, type GuardrailType, isJsonMap } from '../../../model';
import { attributePolicyProblems } from './attribute-policy';
import type { DocumentProblem } from './document-problem';
import { meaningProblems } from './meaning';
import { statementPolicyProblems } from './statement-policy';

/**
 * Checks the document of an organisation policy as Organizations would on creating it: elements, operators, values,
 * and the quota of its size.
 * @returns What is wrong, by path in the document; empty when nothing is.
 */
export function policyDocumentProblems(type: GuardrailType, document: unknown): readonly DocumentProblem[] {
  if (!isJsonMap(document)) {
    const expected = 'a JSON object';
    return [{ path: [], message: 'the policy is not an object', expected, remedy: `write ${expected}` }];
  }
  return [...sizeProblems(type, document), ...grammarProblems(type, document)];
}

function grammarProblems(type: GuardrailType, document: Readonly<Record<string, unknown>>): readonly DocumentProblem[] {
  if (type === 'SERVICE_CONTROL_POLICY' || type === 'RESOURCE_CONTROL_POLICY') {
    const problems = statementPolicyProblems(type, document);
    return problems.length > 0 ? problems : meaningProblems(type, document);
  }
  return attributePolicyProblems(type, document);
}

function sizeProblems(type: GuardrailType, document: object): readonly DocumentProblem[] {
  const quota = GUARDRAIL_QUOTAS[type];
  const size = JSON.stringify(document).length;
  if (size <= quota.characters) return [];
  return [
    {
      path: [],
      message: `the policy is ${size} characters long without white space`,
      expected: `at most ${quota.characters} characters for a ${type} (${quota.source}, ${quota.date})`,
      remedy: 'shorten it, or divide it into two policies',
    },
  ];
}
