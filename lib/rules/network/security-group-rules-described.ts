import { Partial } from '../../template';
import { all, at, isNot, judge, matching, present, type Expectation } from '../check';
import { entriesOf, part } from './traffic';
import type { Rule } from '../rule';

const DIRECTIONS = ['Ingress', 'Egress'] as const;

const written = all(present, isNot('not blank', matching('blank', /^\s+$/)));

/** Words stay words, whatever is put between them at deployment. */
const described: Expectation = {
  expected: 'a description',
  test: (value) => (value instanceof Partial && value.parts.some(isWord) ? true : written.test(value)),
};

function isWord(part: unknown): boolean {
  return typeof part === 'string' && part.trim() !== '';
}

/**
 * A permission between zones is declared with its reason (NET-02); whoever reviews the group later has only this
 * text.
 */
export const securityGroupRulesDescribed: Rule = {
  id: 'security-group-rules-described',
  control: 'NET-02',
  category: 'network-open-ingress',
  severity: 'low',
  message: 'The security group, or an entry of it, does not say what it is for.',
  remediation: 'Give the group a GroupDescription and each entry a Description: who needs it, and why.',
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  scope: 'resource',
  evaluate: (resource) => {
    const entries = DIRECTIONS.flatMap((direction) => entriesOf(resource, direction)).map(({ path, value }) => ({
      path: path === '' ? 'Description' : `${path}.Description`,
      value: part(value, 'Description'),
    }));
    const own = resource.type === 'AWS::EC2::SecurityGroup' ? at(resource.properties, 'GroupDescription') : [];
    return judge([...own, ...entries], described);
  },
};
