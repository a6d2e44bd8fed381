import fc from 'fast-check';
import { csvReport } from '../../lib/report';
import { anyFindings } from './random-findings';
import { finding, resultOf } from './support';

const BYTE_ORDER_MARK = '\uFEFF';

/** Reads CSV by RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (quoted && character === '"' && text[index + 1] === '"') {
      cell += '"';
      index++;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ',' || character === '\r')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\r') {
        expect(text[++index]).toBe('\n');
        rows.push([]);
      }
    } else cell += character;
  }
  expect([quoted, cell, rows.pop()]).toEqual([false, '', []]);
  return rows;
}

const rowsOf = (...findings: Parameters<typeof resultOf>[0]) => {
  const text = csvReport(resultOf(findings));
  expect(text.startsWith(BYTE_ORDER_MARK)).toBe(true);
  const [names = [], ...rows] = parse(text.slice(1));
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [names[index] ?? '', cell])));
};

describe('the CSV report', () => {
  it('has a line for each finding, with a name for each column', () => {
    expect(rowsOf(finding())).toEqual([
      {
        id: '0123456789abcdef',
        status: 'fail',
        severity: 'critical',
        rule: 'rds-not-public',
        control: 'WKL-01',
        control_title: 'Database not public',
        category: 'public-exposure',
        message: 'The database has a public address.',
        remediation: 'Set PubliclyAccessible to false.',
        template: 'cdk.out/Portal.template.json',
        line: '12',
        column: '7',
        logical_id: 'Database',
        resource_type: 'AWS::RDS::DBInstance',
        construct_path: '',
        property: 'Properties.PubliclyAccessible',
        source: '',
        observed: 'true',
        expected: 'false',
        because: '',
        witness: '',
        waiver: '',
        justification: '',
        baseline_state: '',
        frameworks: 's17 15.1.2; nist-800-53r5 sc-7',
      },
    ]);
  });

  it.each<[string, unknown, string]>([
    ['a formula', '=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ['a sum', '+1', "'+1"],
    ['a difference', '-1', "'-1"],
    ['a negative number', -1, "'-1"],
    ['a function of Lotus', '@SUM(A1)', "'@SUM(A1)"],
    ['a formula behind a tab', '\t=1', "'\t=1"],
    ['a formula behind a line break', '\r\n=1', "'\r\n=1"],
    ['a wide formula', '＝1', "'＝1"],
    ['a formula in JSON', ['=1'], '["=1"]'],
    ['text with quotes, commas and line breaks', 'a "b", c\r\nd', 'a "b", c\r\nd'],
    ['plain text', 'a=1', 'a=1'],
  ])('lets no spreadsheet compute: %s', (_, observed, expected) => {
    expect(rowsOf(finding({ evidence: { observed } }))[0]?.['observed']).toBe(expected);
  });

  it('keeps what a cell can hold', () => {
    expect(rowsOf(finding({ message: 'x'.repeat(40_000) }))[0]?.['message']).toHaveLength(32_767);
  });

  it('of any findings can be read back: as many lines, the same texts, no formula', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const rows = rowsOf(...findings);
        expect(rows).toHaveLength(findings.length);
        for (const [index, row] of rows.entries()) {
          const { message, id } = findings[index] ?? finding();
          expect([message, `'${message}`]).toContain(row['message']);
          expect(row['id']).toBe(id);
          expect(Object.values(row).filter((cell) => /^[\s\p{Cc}\p{Cf}]*[=+\-@]/u.test(cell))).toEqual([]);
        }
      }),
    );
  });
});
