import { and, or, type Trilean } from '../../model';
import { asText, at, type Resource } from '../../template';
import { among, NOT_APPLICABLE, propertyPath, referred } from '../check';
import type { Rule, RuleResult } from '../rule';
import { environmentsByAccount } from './environment';

const NAMED = /contractor|supplier|vendor|third-?part|outsourc/i;

const isContractors = among('contractors', 'contractor', 'supplier', 'external');

/**
 * A permission set is a provider's by its tag `holders` or by its name. An account is production by the tags of what
 * stands in it; one of which nothing is in the unit is not judged.
 */
export const contractorNotInProduction: Rule = {
  id: 'contractor-not-in-production',
  control: 'IDN-10',
  message: 'An external service provider can manage production from afar.',
  remediation: 'Assign the permission set in accounts that are not production; let staff operate production.',
  types: ['AWS::SSO::Assignment'],
  scope: 'resource',
  evaluate: ({ properties }, { graph }) => {
    const arn = properties['PermissionSetArn'];
    const set = referred(arn, graph);
    const isTheirs = set?.type === 'AWS::SSO::PermissionSet' && heldByContractors(set);
    const target = asText(properties['TargetId']);
    const environments = environmentsByAccount(graph).get(target ?? '') ?? new Set();
    if (isTheirs === false || (target !== undefined && environments.size === 0)) return NOT_APPLICABLE;
    return judged(and(isTheirs, target === undefined ? 'unknown' : isProduction(environments)), target);
  },
};

function judged(wrong: Trilean, observed: string | undefined): RuleResult {
  const property = propertyPath('TargetId');
  const expected = 'an account that is not production';
  if (wrong !== 'unknown') return { status: wrong ? 'fail' : 'pass', property, observed, expected };
  const because = 'who holds the permission set, or which account it is assigned in, is decided at deployment';
  return { status: 'unknown', property, expected, because };
}

function heldByContractors({ properties }: Resource): Trilean {
  const tags = at(properties, 'Tags[]').map(({ value }) => {
    const [key] = at(value, 'Key');
    const isAbout = asText(key?.value)?.toLowerCase().split(':').at(-1) === 'holders';
    const [held] = at(value, 'Value');
    return isAbout ? isContractors.test(held?.value) : false;
  });
  return or(NAMED.test(asText(properties['Name']) ?? ''), ...tags);
}

function isProduction(environments: ReadonlySet<string>): Trilean {
  if (environments.has('production')) return true;
  return environments.has('unknown') ? 'unknown' : false;
}
