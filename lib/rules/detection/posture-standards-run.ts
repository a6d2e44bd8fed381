import { forSome } from '../../model';
import { anyOf, fail, isNotFalse, pass, property, unknown } from '../check';
import type { Rule } from '../rule';

const EXPECTED = 'a standard of Security Hub';

const BRINGING = ['AWS::SecurityHub::Standard', 'AWS::SecurityHub::ConfigurationPolicy'];

/** A hub turns AWS’s default standards on unless it is told not to; then something else must bring standards. */
export const postureStandardsRun: Rule = {
  id: 'posture-standards-run',
  control: 'DET-02',
  message: 'Security Hub is on, but checks the account against no standard.',
  remediation: 'Leave EnableDefaultStandards out, or add the standards of the profile as AWS::SecurityHub::Standard.',
  types: ['AWS::SecurityHub::Hub'],
  scope: 'resource',
  evaluate: anyOf(property('EnableDefaultStandards', isNotFalse), (resource, { graph }) => {
    const found = { path: 'EnableDefaultStandards', value: resource.properties['EnableDefaultStandards'] };
    const brought = forSome(
      BRINGING.flatMap((type) => graph.ofType(type)),
      (other) => graph.accompanies(resource, other),
    );
    if (brought === 'unknown') return { ...unknown(found, EXPECTED), because: 'whether a standard is made is open' };
    return brought ? pass(found, EXPECTED) : fail(found, EXPECTED);
  }),
};
