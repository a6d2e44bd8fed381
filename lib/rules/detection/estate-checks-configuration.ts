import { or } from '../../model';
import { isMap } from '../../template';
import { everyAccount, isNot, matching } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';

const PACK = 'AWS::Config::ConformancePack';
const RULE = 'AWS::Config::ConfigRule';
const TOGETHER = ['AWS::Config::OrganizationConformancePack', 'AWS::Config::OrganizationConfigRule'];

/** Drift has a control of its own. */
const checksMore = isNot('a rule about more than drift', matching('drift', /^CLOUDFORMATION_STACK_DRIFT/));

/** One for the organisation serves all accounts. */
export const estateChecksConfiguration: Rule = {
  id: 'estate-checks-configuration',
  control: 'DET-03',
  message: 'In some account of the landing zone no rule judges the configuration of what is deployed.',
  remediation: 'Add a ConformancePack or Config rules to each account, or one for the organisation.',
  types: [PACK, RULE, ...TOGETHER, TEMPLATE],
  scope: 'estate',
  evaluate: everyAccount({
    types: [PACK, RULE],
    expected: 'a conformance pack or Config rules in every account',
    is: ({ type, properties }) => {
      if (type === PACK) return true;
      const { Source: source } = properties;
      return checksMore.test(isMap(source) ? source['SourceIdentifier'] : source);
    },
    together: ({ graph }) => or(...TOGETHER.map((type) => graph.ofType(type).length > 0)),
  }),
};
