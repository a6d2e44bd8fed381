import { RULES, type RuleResult } from '../../lib/rules';
import { casesOf, resultsOf, tabulated, worst, writeSaid } from './case-table';
import { said } from './said';

const tables = new Set(tabulated());
const rules = RULES.filter(({ id }) => tables.has(id));

if (process.env['LIONROCK_WRITE_CASES']) {
  for (const rule of rules) {
    const lines = casesOf(rule.id).map((row) => resultsOf(rule, row).map((result) => said(rule, result)));
    writeSaid(rule.id, lines);
  }
}

/** Says why it cannot tell, and where it fails; and did not throw. */
function isComplete({ status, because, property }: RuleResult): boolean {
  if (because?.startsWith('rule threw')) return false;
  return status === 'unknown' ? Boolean(because) : status !== 'fail' || property !== undefined;
}

describe.each(rules)('$id', (rule) => {
  test.each(casesOf(rule.id))('$name: $expect', (row) => {
    const results = resultsOf(rule, row);
    expect(worst(results)).toBe(row.expect);
    expect(results.filter((result) => !isComplete(result))).toEqual([]);
    expect(results.map((result) => said(rule, result))).toEqual(row.says ?? []);
  });
});
