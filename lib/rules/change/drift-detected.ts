import { forSome, or, type Trilean } from '../../model';
import { textIncludes, type Resource } from '../../template';
import { among, everyAccount, get } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';

const IDENTIFIER = 'CLOUDFORMATION_STACK_DRIFT_DETECTION_CHECK';
const RULES = ['AWS::Config::ConfigRule', 'AWS::Config::ConformancePack'];
const ORGANIZATION_RULES = ['AWS::Config::OrganizationConfigRule', 'AWS::Config::OrganizationConformancePack'];

/** A rule of its own, one of a conformance pack whose template is here, or one for the whole organisation. */
export const driftDetected: Rule = {
  id: 'drift-detected',
  control: 'CHG-04',
  message: 'Nobody notices when what is deployed no longer is what was approved.',
  remediation: `Add the managed rule ${IDENTIFIER} to each account.`,
  types: [...RULES, ...ORGANIZATION_RULES, TEMPLATE],
  scope: 'estate',
  evaluate: everyAccount({
    types: RULES,
    expected: `the managed rule ${IDENTIFIER}`,
    is: detectsDrift,
    together: ({ graph }) =>
      forSome(
        ORGANIZATION_RULES.flatMap((type) => graph.ofType(type)),
        detectsDrift,
      ),
  }),
};

const isIt = among(IDENTIFIER);

function detectsDrift({ properties }: Resource): Trilean {
  const named = ['Source.SourceIdentifier', 'OrganizationManagedRuleMetadata.RuleIdentifier'];
  return or(
    ...named.map((path) => get(properties, path)).map((value) => (value === undefined ? false : isIt.test(value))),
    textIncludes(properties['TemplateBody'], IDENTIFIER),
  );
}
