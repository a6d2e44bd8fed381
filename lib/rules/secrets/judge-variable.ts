import { asText, DynamicReference, OneOf, Partial, Unknown, type Resource, type Value } from '../../template';
import { fail, pass, unknown, type Found } from '../check';
import type { RuleResult } from '../rule';
import { holdsSecret, isPointer, namesSecret } from './looks-secret';

const EXPECTED = 'no secret; its ARN, from which the program reads it at run time';

/** Judges a variable by its name and its value: a secret would be shown by the console and the API. */
export function judgeVariable(name: string, found: Found, { template }: Resource): RuleResult {
  const options = found.value instanceof OneOf ? found.value.options : [found.value ?? null];
  const verdicts = options.map((option) => verdictOf(namesSecret(name), option, template));
  if (verdicts.includes(true)) return { ...fail(found, EXPECTED), observed: '[masked]' };
  if (verdicts.includes('unknown')) return unknown(found, EXPECTED);
  return { ...pass(found, EXPECTED), observed: 'no secret' };
}

function verdictOf(isNamed: boolean, value: Value, template: Resource['template']): boolean | 'unknown' {
  const text = asText(value);
  if (text !== undefined) return holdsSecret(text) || (isNamed && !isPointer(text));
  // CloudFormation puts the secret itself into the variable, which every reader of the configuration sees.
  if (value instanceof DynamicReference) return isNamed && value.service !== 'ssm';
  if (value instanceof Partial) return value.parts.some((part) => typeof part === 'string' && holdsSecret(part));
  return value instanceof Unknown && ofParameter(isNamed, value, template);
}

/** NoEcho says that the parameter is a secret; of others only the name of the variable can say so. */
function ofParameter(isNamed: boolean, { source }: Unknown, { parameters }: Resource['template']): boolean | 'unknown' {
  const parameter = parameters.find(({ name }) => name === source);
  if (!parameter) return false;
  return parameter.noEcho || (isNamed && !/^(AWS::|List)/.test(parameter.type) && 'unknown');
}
