import { loadValidator } from '../../../lib/packs/engines/validate';
import { guardFile } from '../../../constructs/organization';
import { guardRules, RULES } from '../../../lib/rules';
import { contradiction, guardCases } from '../../../tools/guard/rule-cases';

// The validator is slow to start where the machine is busy.
jest.setTimeout(60_000);

/** One rule for each way of saying something; `npm run guard-test` compares them all, by cfn-guard itself. */
const CHOSEN = [
  'efs-encrypted',
  'efs-customer-key',
  'share-within-organisation',
  'build-not-privileged',
  'bucket-no-public-acl',
  'database-customer-key',
  'http-api-domain-tls-version',
  'rds-backup-retained',
  'search-domain-in-vpc',
  'docdb-logs-exported',
  'streaming-distribution-bucket-private',
];

const made = guardRules(RULES).filter(({ rule }) => CHOSEN.includes(rule));
const cases = made.flatMap(({ rule }) =>
  guardCases(rule).map((each, index) => ({ ...each, rule, id: `${rule}-${index}` })),
);

describe('rules in the language of cfn-guard', () => {
  test('are made of each that is chosen here', () => {
    expect(made.map(({ rule }) => rule).toSorted()).toEqual(CHOSEN.toSorted());
    expect(new Set(cases.map(({ expect: expected }) => expected))).toEqual(
      new Set(['pass', 'fail', 'unknown', 'not-applicable']),
    );
  });

  test('say of the cases of a rule what it says itself', () => {
    const validator = loadValidator();
    const engine = new validator.CompositeEngine({ guardRules: [{ name: 'ours.guard', content: guardFile(made) }] });
    const Resources = Object.fromEntries(
      cases.map(({ id, template }) => [id.replaceAll('-', ''), onlyResource(template)]),
    );
    const content = new validator.TemplateContent(JSON.stringify({ Resources }), 'cases.json');
    const { status, diagnostics } = engine.validateTemplate(content, {
      detailLevel: 'STANDARD',
      severityLevel: 'WARN',
      disableBuiltinRules: true,
      pseudoParameterOverrides: {},
    });
    const refused = new Set(diagnostics.map(({ ruleId, entity }) => `${ruleId} ${entity?.logicalId}`));
    const wrong = cases.flatMap((each) => {
      const refuses = refused.has(`lionrock_${each.rule.replaceAll('-', '_')} ${each.id.replaceAll('-', '')}`);
      return contradiction(each, refuses) === undefined ? [] : [`${each.id}: ${each.name}`];
    });
    expect({ status, wrong }).toEqual({ status: 'OK', wrong: [] });
  });

  test('leave out what code decides, what looks at the estate, and what blocks from a day only', () => {
    const [rule] = RULES.filter(({ id }) => id === 'efs-encrypted');
    const coded = RULES.filter(({ id }) => id === 'vpc-flow-logs');
    expect(guardRules(coded)).toEqual([]);
    expect(guardRules(rule ? [{ ...rule, blocksFrom: '2027-01-01' }] : [])).toEqual([]);
    expect(guardRules(rule ? [{ ...rule, scope: 'estate' }] : [])).toEqual([]);
    expect(guardRules(rule ? [rule] : [])).toHaveLength(1);
  });
});

function onlyResource(template: object): unknown {
  return Object.values((template as { Resources: object }).Resources)[0];
}
