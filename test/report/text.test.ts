import { findingText, textReport } from '../../lib/report';
import { finding, resultOf } from './support';

const escape = String.fromCodePoint(27);

describe('the text report', () => {
  it('says what, why, how to fix, where with the line, then the sums', () => {
    expect(textReport(resultOf([finding(), finding({ id: 'b', logicalId: 'Other' })]))).toBe(
      [
        'FAIL     critical  rds-not-public                                        2 found',
        '  What   The database has a public address.',
        '  Why    WKL-01 Database not public: Databases are in data-zone subnets and',
        '         never publicly accessible. (S17 15.1.2)',
        '  Fix    Set PubliclyAccessible to false.',
        '  Found  Properties.PubliclyAccessible: true; expected false',
        '  Where  cdk.out/Portal.template.json:12:7  Database (AWS::RDS::DBInstance)',
        '         cdk.out/Portal.template.json:12:7  Other (AWS::RDS::DBInstance)',
        '',
        'Judged     1 template with 7 resources, profile hk-s17',
        'Controls   1 with evidence',
        'Findings   2 failed (2 critical), 0 unknown, 0 passed',
        'Verdict    FAIL: 2 findings failed',
        '',
      ].join('\n'),
    );
  });

  it('shows what was found beneath each place when places differ', () => {
    const other = finding({ id: 'b', logicalId: 'Other', evidence: { observed: 'yes', expected: false } });
    const lines = textReport(resultOf([finding(), other])).split('\n');
    expect(lines).toContain('           Properties.PubliclyAccessible: true; expected false');
    expect(lines).toContain('           Properties.PubliclyAccessible: yes; expected false');
    expect(lines.some((line) => line.startsWith('  Found'))).toBe(false);
  });

  it('says of what is unknown what could not be resolved', () => {
    const text = textReport(
      resultOf([finding({ status: 'unknown', evidence: { because: 'parameter Open has no default' } })], {
        verdict: 'unknown',
        reasons: ['1 finding could not be decided, 0 allowed'],
      }),
    );
    expect(text).toMatch(/^UNKNOWN {2}critical {2}rds-not-public/);
    expect(text).toContain('It could not be decided whether this is so: The database has');
    expect(text).toContain('Properties.PubliclyAccessible: parameter Open has no default');
    expect(text).toContain('Verdict    UNKNOWN: 1 finding could not be decided, 0 allowed');
  });

  it('shows the code that made a resource where it is known', () => {
    const source = { file: 'lib/portal.ts', line: 3, column: 9 };
    expect(textReport(resultOf([finding({ source })])).split('\n')).toContain('           made at lib/portal.ts:3:9');
  });

  it('shows the way that a proof found, each thing on it once', () => {
    const hop = (name: string) => ({ hop: name, template: 't.json', logicalId: name, why: 'passes them on' });
    const witness = ['the internet', 'internet gateway Igw', 'internet gateway Igw', 'Web in Front'].map(hop);
    const lines = textReport(resultOf([finding({ witness })])).split('\n');
    expect(lines).toContain('           the way: the internet > internet gateway Igw > Web in Front');
  });

  it('puts what fails first, the worst first', () => {
    const text = textReport(
      resultOf([
        finding({ id: '1', status: 'unknown', rule: 'c-unknown' }),
        finding({ id: '2', severity: 'low', rule: 'b-low' }),
        finding({ id: '3', severity: 'critical', rule: 'a-critical' }),
      ]),
    );
    const order = ['a-critical', 'b-low', 'c-unknown'].map((rule) => text.indexOf(rule));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('puts what is new against a baseline first, and says what is not', () => {
    const old = finding({ id: '1', baselineState: 'unchanged' });
    const text = textReport(
      resultOf([old, finding({ id: '2', severity: 'low', rule: 'b-low', baselineState: 'new' })]),
    );
    expect(text).toMatch(/^FAIL {5}low {2}b-low +1 new\n/);
    expect(text).toMatch(/\nFAIL {5}critical {2}rds-not-public +1 in the baseline\n/);
  });

  it('stays short at thousands of findings, and says how many it leaves out', () => {
    const many = Array.from({ length: 5000 }, (_, index) => finding({ id: `${index}`, logicalId: `Database${index}` }));
    const lines = textReport(resultOf(many)).split('\n');
    expect(lines.length).toBeLessThan(30);
    expect(lines).toContain('         … and 4995 more; --format json lists all');
  });

  it('tells the gravest rules in full, and of many others the titles', () => {
    const severities = ['low', 'critical'] as const;
    const many = Array.from({ length: 200 }, (_, index) =>
      finding({ id: `${index}`, rule: `rule-${index}`, severity: severities[Number(index < 25)] ?? 'low' }),
    );
    const text = textReport(resultOf(many));
    expect(text.split('\n').length).toBeLessThan(450);
    expect(text.match(/^ {2}What /gm)).toHaveLength(25);
    expect(text.match(/^FAIL {5}low {2}rule-\d+ +1 found$/gm)).toHaveLength(175);
    expect(text).toContain('"lionrock explain RULE"');
  });

  it('keeps to 80 columns, but never breaks a path', () => {
    const path = `cdk.out/${'nested/'.repeat(12)}T.json`;
    const wide = finding({
      message: 'word '.repeat(60).trim(),
      constructPath: 'Stage/Stack/Construct/Resource',
      location: { file: path, line: 1, column: 1 },
      evidence: { observed: Array.from({ length: 100 }, (_, index) => index), because: 'because '.repeat(40) },
    });
    const lines = textReport(resultOf([wide])).split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([`  Where  ${path}:1:1`]);
    expect(lines).toContain('           Stage/Stack/Construct/Resource (AWS::RDS::DBInstance)');
  });

  it('spaces maps and leaves texts as they are', () => {
    const observed = { Cidr: '0:0:0:0:0:0:0:0/0', Text: 'a,"b":1,[2', Ports: [22, 80], Empty: '' };
    const text = textReport(resultOf([finding({ evidence: { observed } })])).replaceAll(/\s+/g, ' ');
    expect(text).toContain('{"Cidr": "0:0:0:0:0:0:0:0/0", "Text": "a,\\"b\\":1,[2", "Ports": [22, 80], "Empty": ""}');
  });

  it('lets no file drive the terminal', () => {
    const text = textReport(
      resultOf([
        finding({
          logicalId: `Evil${escape}[2J`,
          location: { file: `a${escape}[31m.json`, line: 1, column: 1 },
          evidence: { observed: `x${escape}]0;title\u0007 \u202Eesrever` },
        }),
      ]),
    );
    expect(text).not.toMatch(new RegExp(`[${escape}\u0007\u202E]`));
    expect(text).toContain('Evil?[2J');
  });

  it('tells errors and warnings, and how many there are beyond the first', () => {
    const errors = Array.from({ length: 25 }, (_, index) => ({
      kind: 'parse',
      path: `t${index}.json`,
      message: 'is odd',
    }));
    const [error] = errors;
    const text = textReport(
      resultOf([], {
        verdict: 'unknown',
        errors: error ? [{ ...error, line: 3 }, ...errors.slice(1)] : [],
        warnings: [{ kind: 'waiver-expiring', subject: 'W-1', message: 'expires soon' }],
      }),
    );
    expect(text).toContain('ERROR  t0.json:3 (parse)\n         is odd\n');
    expect(text).toContain('… and 5 more');
    expect(text).toContain('WARNING  W-1 (waiver-expiring)\n         expires soon\n');
  });

  it('lists what passes by rule when it is listed', () => {
    const text = textReport(resultOf([finding({ status: 'pass' }), finding({ id: 'b', status: 'pass' })]));
    expect(text).toContain('PASS     rds-not-public (WKL-01): 2\n');
    expect(text).toContain('Verdict    PASS: all that was judged passes\n');
  });

  it('shows the waiver of what is waived', () => {
    const text = textReport(resultOf([finding({ status: 'waived', waiver: 'W-2026-014' })]));
    expect(text).toContain('waiver W-2026-014');
    expect(text).toContain('1 waived');
  });

  it('is coloured only when asked, and says the same in colour', () => {
    const plain = textReport(resultOf([finding()]));
    const colour = textReport(resultOf([finding()]), { color: true });
    expect(plain).not.toContain(escape);
    expect(colour).toContain(escape);
    expect(colour.replaceAll(new RegExp(`${escape}\\[\\d+m`, 'g'), '')).toBe(plain);
  });

  it('tells one finding by itself', () => {
    expect(findingText(finding())).toMatch(/^FAIL {5}critical {2}rds-not-public/);
  });
});
