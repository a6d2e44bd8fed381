import { among, isNot, property } from '../check';
import type { Rule } from '../rule';

/** Deprecated, whatever date calls to it are refused. */
const RETIRED = [
  'nodejs',
  'nodejs4.3',
  'nodejs4.3-edge',
  'nodejs6.10',
  'nodejs8.10',
  'nodejs10.x',
  'nodejs12.x',
  'nodejs14.x',
  'nodejs16.x',
  'nodejs18.x',
  'nodejs20.x',
  'python2.7',
  'python3.6',
  'python3.7',
  'python3.8',
  'python3.9',
  'java8',
  'dotnetcore1.0',
  'dotnetcore2.0',
  'dotnetcore2.1',
  'dotnetcore3.1',
  'dotnet5.0',
  'dotnet6',
  'dotnet7',
  'go1.x',
  'ruby2.5',
  'ruby2.7',
  'ruby3.2',
  'provided',
];

/**
 * Runtimes past the deprecation date of AWS (endoflife.date/aws-lambda, read in November 2026); images carry their
 * own runtime.
 */
export const lambdaRuntimeSupported: Rule = {
  id: 'lambda-runtime-supported',
  control: 'WKL-04',
  message: 'The runtime gets no security updates any more.',
  remediation: 'Move to a runtime in support.',
  types: ['AWS::Lambda::Function', 'AWS::Lambda::LayerVersion', 'AWS::Serverless::Function'],
  scope: 'resource',
  evaluate: property('Runtime', isNot('a runtime in support', among(...RETIRED))),
};
