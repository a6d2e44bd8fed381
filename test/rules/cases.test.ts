import { RULES } from '../../lib/rules';
import { casesOf, resultsOf, statusOf, tabulated } from './case-table';

const tables = new Set(tabulated());

describe.each(RULES.filter(({ id }) => tables.has(id)))('$id', (rule) => {
  const cases = casesOf(rule.id);

  test.each(cases)('$name: $expect', (row) => {
    expect(statusOf(rule, row)).toBe(row.expect);
  });

  test('says why it cannot tell, and where it fails', () => {
    const results = cases.flatMap((row) => resultsOf(rule, row));
    const unexplained = results.filter(({ status, because }) => status === 'unknown' && !because);
    const unplaced = results.filter(({ status, property }) => status === 'fail' && property === undefined);
    expect({ unexplained, unplaced }).toEqual({ unexplained: [], unplaced: [] });
    expect(results.filter(({ because }) => because?.startsWith('rule threw'))).toEqual([]);
  });
});
