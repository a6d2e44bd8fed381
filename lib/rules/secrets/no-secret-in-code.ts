import { Partial, partsOf, Unknown, type Resource } from '../../template';
import { at, fail, pass, unknown, type Found } from '../check';
import type { Rule, RuleResult } from '../rule';
import { holdsSecret, isPointer, namesSecret } from './looks-secret';

/** Where programs and documents stand in a template, by resource type. Source: the CloudFormation resource reference. */
const CODE: Readonly<Record<string, readonly string[]>> = {
  'AWS::AppSync::FunctionConfiguration': ['Code'],
  'AWS::AppSync::Resolver': ['Code'],
  'AWS::CloudFront::Function': ['FunctionCode'],
  'AWS::CodeBuild::Project': ['Source.BuildSpec'],
  'AWS::Lambda::Function': ['Code.ZipFile'],
  'AWS::Serverless::Function': ['InlineCode'],
  'AWS::Synthetics::Canary': ['Code.Script'],
};

const EXPECTED = 'no secret';

/** A name and a literal in quotes: `password = "…"`, `"apiKey": "…"`. What is read from elsewhere has no quotes of its own. */
const ASSIGNMENT = /(\w+)["']?\s*[:=]\s*["']([^"'$<{\s]{4,})["']/g;

/** Parts that are made at deployment are taken to be no secret. */
export const noSecretInCode: Rule = {
  id: 'no-secret-in-code',
  control: 'KEY-11',
  message: 'A program that stands in the template holds a secret.',
  remediation: 'Let the program read the secret with its role.',
  types: Object.keys(CODE),
  scope: 'resource',
  evaluate: (resource) => codeOf(resource).map((found) => judgeCode(found)),
};

function codeOf({ type, properties }: Resource): readonly Found[] {
  const found = (CODE[type] ?? []).flatMap((path) => at(properties, path));
  return found.filter(({ value }) => value !== undefined && value !== null);
}

function judgeCode(found: Found): RuleResult {
  const { path, value } = found;
  const texts = (partsOf(value) ?? []).filter((part) => typeof part === 'string');
  if (texts.some((text) => shows(text))) return fail({ path, value: '[masked]' }, EXPECTED);
  if (value instanceof Unknown && !(value instanceof Partial)) return unknown(found, EXPECTED);
  return { ...pass(found, EXPECTED), observed: EXPECTED };
}

function shows(code: string): boolean {
  const assignments = [...code.matchAll(ASSIGNMENT)];
  return holdsSecret(code) || assignments.some(([, name = '', value = '']) => namesSecret(name) && !isPointer(value));
}
