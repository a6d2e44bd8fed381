import { asText, isList, isMap, Partial, type Value } from '../../template';
import { at, fail, pass, unknown, type Found } from '../check';
import { parseJsonText } from '../policy';
import type { Rule, RuleResult } from '../rule';
import { holdsSecret, isPointer, namesSecret } from './looks-secret';

const PATHS = ['Definition', 'DefinitionString'];

const EXPECTED = 'no secret';

/** The definition is shown to everybody who may describe the machine, and its input to who may read the execution. */
export const noSecretInStateMachine: Rule = {
  id: 'no-secret-in-state-machine',
  control: 'KEY-11',
  message: 'The definition of the state machine holds a secret.',
  remediation: 'Let the task read the secret by its ARN, or use an EventBridge connection.',
  types: ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'],
  scope: 'resource',
  evaluate: ({ properties }) =>
    PATHS.flatMap((path) => at(properties, path))
      .filter(({ value }) => value !== undefined && value !== null)
      .map((found) => judgeDefinition(found)),
};

function judgeDefinition(found: Found): RuleResult {
  const definition = definitionOf(found.value);
  if (definition === undefined) return unknown(found, EXPECTED);
  const result = showsSecret('', definition) ? fail(found, EXPECTED) : pass(found, EXPECTED);
  return { ...result, observed: result.status === 'fail' ? '[masked]' : EXPECTED };
}

/** The definition may be JSON text, of which parts are made at deployment. */
function definitionOf(value: Value | undefined): Value | undefined {
  if (isMap(value)) return value;
  const text = value instanceof Partial ? value : asText(value);
  return text === undefined ? undefined : parseJsonText(text);
}

/** A name that ends in `.$` holds a path into the input, no value. */
function showsSecret(name: string, value: Value): boolean {
  if (isList(value)) return value.some((item) => showsSecret(name, item));
  if (isMap(value)) return Object.entries(value).some(([key, item]) => showsSecret(key, item));
  const text = typeof value === 'string' ? value : undefined;
  if (text === undefined || name.endsWith('.$') || /^(\$|States\.|\{%)/.test(text)) return false;
  return holdsSecret(text) || (namesSecret(name) && !isPointer(text));
}
