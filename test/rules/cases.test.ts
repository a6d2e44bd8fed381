import { RULES, type RuleResult } from '../../lib/rules';
import { casesOf, resultsOf, tabulated, worst, writeSaid, type Case } from './case-table';
import { said } from './said';

const tables = new Set(tabulated());

describe.each(RULES.filter(({ id }) => tables.has(id)))('$id', (rule) => {
  const cases = casesOf(rule.id);
  const judged = new Map<Case, readonly RuleResult[]>();

  /** Each case is judged once, for both tests. */
  function judge(row: Case): readonly RuleResult[] {
    const results = judged.get(row) ?? resultsOf(rule, row);
    judged.set(row, results);
    return results;
  }

  test.each(cases)('$name: $expect', (row) => {
    expect(worst(judge(row))).toBe(row.expect);
  });

  test('says of each case what stands there', () => {
    const lines = cases.map((row) => judge(row).map((result) => said(rule, result)));
    if (process.env['LIONROCK_WRITE_CASES']) writeSaid(rule.id, lines);
    expect(lines).toEqual(casesOf(rule.id).map(({ says = [] }) => says));
  });

  test('says why it cannot tell, and where it fails', () => {
    const results = cases.flatMap(judge);
    const unexplained = results.filter(({ status, because }) => status === 'unknown' && !because);
    const unplaced = results.filter(({ status, property }) => status === 'fail' && property === undefined);
    expect({ unexplained, unplaced }).toEqual({ unexplained: [], unplaced: [] });
    expect(results.filter(({ because }) => because?.startsWith('rule threw'))).toEqual([]);
  });
});
