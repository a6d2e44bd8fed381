import fc from 'fast-check';
import { CONTROLS } from '../../lib/controls';
import { markdownReport } from '../../lib/report';
import { anyFinding, anyFindings } from './random-findings';
import { finding, resultOf } from './support';

const MOST = 65_536;

/** Without what stands in code, where nothing is alive. */
const outsideCode = (text: string) => text.replaceAll(/(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/g, '');

describe('the Markdown report', () => {
  it('says the verdict and the sums, then what to mend by control', () => {
    const text = markdownReport(resultOf([finding(), finding({ id: 'b', status: 'unknown', logicalId: 'Other' })]));
    expect(text).toMatch(/^## Lionrock: FAIL\n\n- 1 findings failed\n/);
    expect(text).toContain('| failed | 1 | 0 | 0 | 0 | 1 |');
    expect(text).toContain('| unknown | 1 | 0 | 0 | 0 | 1 |');
    expect(text).toContain(
      '<details><summary><strong>critical</strong> WKL-01 Database not public: 1 failed, 1 unknown</summary>',
    );
    expect(text).toContain(
      '**rds-not-public** The database has a public address.\n*Fix*: Set PubliclyAccessible to false.',
    );
    expect(text).toContain(
      '- `cdk.out/Portal.template.json:12:7` `Database (AWS::RDS::DBInstance)`: Properties.PubliclyAccessible: true; expected false',
    );
  });

  it('puts the gravest control first', () => {
    const text = markdownReport(
      resultOf([finding({ control: 'KEY-01', severity: 'low' }), finding({ id: 'b', severity: 'critical' })]),
    );
    expect(text.indexOf('WKL-01')).toBeLessThan(text.indexOf('KEY-01'));
  });

  it('tells what is new and fixed where there is a baseline', () => {
    const text = markdownReport(
      resultOf(
        [finding({ baselineState: 'new' }), finding({ id: 'b', rule: 'kms-key-rotates', baselineState: 'unchanged' })],
        { baseline: { new: 1, fixed: 1, unchanged: 1 }, fixed: [finding({ id: 'c', logicalId: 'Mended' })] },
      ),
    );
    expect(text).toContain('**1 new**, 1 fixed, 1 unchanged');
    const order = [
      '### New since',
      'rds-not-public',
      '### Fixed since',
      '`Mended (',
      '### In the baseline too',
      'kms-key-rotates',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('stays short at 1,000 findings, and says how many of which it leaves out', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      finding({
        id: `${index}`,
        rule: `rule-${index % 90}`,
        control: CONTROLS[index % 100]?.id ?? null,
        logicalId: `Database${index}`,
      }),
    );
    const text = markdownReport(resultOf(many));
    expect(text.length).toBeLessThan(40_000);
    expect(text).toContain('| failed | 1000 | 0 | 0 | 0 | 1000 |');
    const told = [...text.matchAll(/: (\d+) failed(?:<|\n|\.)/g)].map(([, number]) => Number(number));
    expect(told.reduce((sum, number) => sum + number, 0)).toBe(1000);
  });

  it('never exceeds what GitHub takes, whatever the findings hold', () => {
    const long = finding({ message: '&'.repeat(30_000), remediation: '&'.repeat(30_000), logicalId: 'l'.repeat(9000) });
    const controls = CONTROLS.map(({ id }) => ({ ...long, control: id }));
    const errors = controls.map(({ message }) => ({ kind: 'parse', path: '&'.repeat(9000), message }));
    const warnings = controls.map(({ message }) => ({ kind: 'w', subject: 's', message }));
    const text = markdownReport(
      resultOf(controls, { errors, warnings, reasons: errors.map(({ message }) => message) }),
    );
    expect(text.length).toBeLessThan(MOST);
    expect(text).toContain('more than a comment holds');
    expect(text).toContain('## Lionrock: FAIL');
  });

  it('shows what stands in templates as it is: no markup, no mention, no link', () => {
    const evil = 'a <img src=x> [b](http://evil.example) @team #12 `code` | **bold** www.evil.example';
    const text = markdownReport(resultOf([finding({ message: evil, rule: evil, logicalId: evil, control: null })]));
    for (const live of ['<img', '](http://', ' @team', ' #12', '**bold', 'http://', ' www.']) {
      expect(outsideCode(text)).not.toContain(live);
    }
  });

  it('tells what could not be judged before anything else', () => {
    const text = markdownReport(
      resultOf([finding()], { errors: [{ kind: 'parse', path: 'a.json', message: 'is odd', line: 3 }] }),
    );
    expect(text.indexOf('`a.json:3` (parse): is odd')).toBeGreaterThan(0);
    expect(text.indexOf('a.json:3')).toBeLessThan(text.indexOf('What to mend'));
  });

  it('of any findings is well formed: as many sections closed as opened, within the limit', () => {
    fc.assert(
      fc.property(anyFindings, fc.array(anyFinding, { maxLength: 3 }), (findings, fixed) => {
        const text = markdownReport(
          resultOf(findings, { fixed, baseline: { new: 0, fixed: fixed.length, unchanged: 0 } }),
        );
        expect(text.split('<details>').length).toBe(text.split('</details>').length);
        expect(text.length).toBeLessThan(MOST);
        expect(outsideCode(text)).not.toMatch(/<(?!\/?(details|summary|strong)>)/);
      }),
    );
  });
});
