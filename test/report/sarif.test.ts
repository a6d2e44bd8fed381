import fc from 'fast-check';
import type { Log, Run } from 'sarif';
import { leftOutOfSarif, sarifReport, type Roots } from '../../lib/report';
import { anyFindings } from './random-findings';
import { finding, resultOf, waiver } from './support';

const ROOTS: Roots = { workingDirectory: '/repo/infra', repository: '/repo' };

function runOf(...[findings, more]: Parameters<typeof resultOf>): Run {
  const log: Log = JSON.parse(sarifReport(resultOf(findings, more), ROOTS));
  expect(log).toMatchObject({ version: '2.1.0' });
  expect(log.runs).toHaveLength(1);
  const [run] = log.runs;
  if (!run) throw new Error('expected a run');
  return run;
}

const resultsOf = (run: Run) => run.results ?? [];

describe('the SARIF report', () => {
  it('has a result with rule, level, place and fingerprint for a finding', () => {
    const run = runOf([finding()]);
    expect(resultsOf(run)).toMatchObject([
      {
        ruleId: 'rds-not-public',
        ruleIndex: 0,
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'infra/cdk.out/Portal.template.json', uriBaseId: '%SRCROOT%' },
              region: { startLine: 12, startColumn: 7 },
            },
            logicalLocations: [{ fullyQualifiedName: 'Database', kind: 'resource' }],
          },
        ],
        partialFingerprints: { 'lionrock/v1': '0123456789abcdef', primaryLocationLineHash: '0123456789abcdef' },
        suppressions: [],
      },
    ]);
    expect(resultsOf(run)[0]?.message.text).toBe(
      'The database has a public address. Database (AWS::RDS::DBInstance). Properties.PubliclyAccessible: true; expected false. Fix: Set PubliclyAccessible to false.',
    );
  });

  it('has the rule with help, severity and its place in the frameworks', () => {
    const run = runOf([finding()]);
    const [rule] = run.tool.driver.rules ?? [];
    expect(rule).toMatchObject({
      id: 'rds-not-public',
      name: 'RdsNotPublic',
      defaultConfiguration: { level: 'error' },
      properties: { 'security-severity': '9.5', tags: ['security', 'public-exposure', 'WKL-01'] },
    });
    expect(rule?.help?.markdown).toContain('**How to mend it**: Set PubliclyAccessible to false.');
    expect(rule?.relationships?.map(({ target }) => [target.toolComponent?.name, target.id])).toEqual([
      ['lionrock-controls', 'WKL-01'],
      ['s17', '15.1.2'],
      ['nist-800-53r5', 'sc-7'],
    ]);
    expect(run.taxonomies?.map(({ name, taxa }) => [name, taxa?.map(({ id }) => id)])).toEqual([
      ['lionrock-controls', ['WKL-01']],
      ['nist-800-53r5', ['sc-7']],
      ['s17', ['15.1.2']],
    ]);
  });

  it.each([
    ['fail', 'critical', undefined, 'error'],
    ['fail', 'high', undefined, 'error'],
    ['fail', 'medium', undefined, 'warning'],
    ['fail', 'low', undefined, 'note'],
    ['unknown', 'critical', undefined, 'warning'],
    ['pass', 'critical', 'pass', 'none'],
  ] as const)('shows %s of severity %s as kind %s, level %s', (status, severity, kind, level) => {
    expect(resultsOf(runOf([finding({ status, severity })]))).toMatchObject([{ level }]);
    expect(resultsOf(runOf([finding({ status, severity })]))[0]?.kind).toBe(kind);
  });

  it('says of what is waived by what, and why', () => {
    const register = finding({ status: 'waived', waiver: 'W-1', evidence: { because: 'replaced in May' } });
    const inline = finding({ status: 'waived', waiver: 'inline:cfn_nag:W35' });
    expect(resultsOf(runOf([register, inline])).map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'external', status: 'accepted', justification: 'waiver W-1: replaced in May' }],
      [{ kind: 'inSource', status: 'accepted', justification: 'waiver inline:cfn_nag:W35' }],
    ]);
  });

  it('takes the justification from the register', () => {
    const [result] = resultsOf(runOf([finding({ status: 'waived', waiver: 'W-2026-014' })], { waivers: [waiver()] }));
    expect(result?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification:
          'waiver W-2026-014 until 2027-01-31: The supplier needs it until May; instead: nightly copies; approved by ditso@example.gov.hk (SEC-2207), at the risk of owner@example.gov.hk',
      },
    ]);
  });

  it('shows the code that made a resource first, and the template beside it', () => {
    const [result] = resultsOf(runOf([finding({ source: { file: 'lib/portal stack.ts', line: 3, column: 9 } })]));
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('infra/lib/portal%20stack.ts');
    expect(result?.relatedLocations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'infra/cdk.out/Portal.template.json',
    );
  });

  it('names a file outside of the repository by its whole address', () => {
    const [result] = resultsOf(runOf([finding({ location: { file: '../../else where.json', line: 1, column: 1 } })]));
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri: 'file:///else%20where.json' });
  });

  it('shows what could not be judged as results too, and that the run was not successful', () => {
    const run = runOf([], { errors: [{ kind: 'parse', path: 'a.json', message: 'is odd', line: 3 }] });
    expect(run.invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: 'is odd' } }] },
    ]);
    expect(resultsOf(run)).toMatchObject([{ ruleId: 'could-not-judge', ruleIndex: 0, level: 'error' }]);
    expect(runOf([finding()]).invocations).toEqual([{ executionSuccessful: true }]);
  });

  it('keeps to the limits of GitHub, the worst first, and says what it leaves out', () => {
    const many = Array.from({ length: 25_010 }, (_, index) =>
      finding({ id: `${index}`, severity: index >= 25_000 ? 'critical' : 'low', rule: `rule-${index % 3}` }),
    );
    const run = runOf(many);
    expect(run.results).toHaveLength(25_000);
    expect(
      resultsOf(run)
        .slice(0, 11)
        .map(({ level }) => level),
    ).toEqual([...Array(10).fill('error'), 'note']);
    expect(run.invocations?.[0]?.toolExecutionNotifications).toMatchObject([
      { level: 'error', message: { text: expect.stringMatching(/^10 of the least grave findings are left out/) } },
    ]);
    expect(leftOutOfSarif(resultOf(many))).toBe(10);
    expect(leftOutOfSarif(resultOf([finding()]))).toBe(0);
  });

  it('of any findings holds what GitHub and the schema ask for', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const run = runOf(findings);
        const rules = run.tool.driver.rules ?? [];
        expect(resultsOf(run)).toHaveLength(findings.length);
        expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
        for (const {
          ruleId,
          ruleIndex = -1,
          locations = [],
          message,
          kind,
          level,
          suppressions = [],
          properties,
        } of resultsOf(run)) {
          expect(rules[ruleIndex]?.id).toBe(ruleId);
          expect(message.text).not.toBe('');
          expect(kind === undefined).toBe(level !== 'none');
          expect(suppressions.length > 0).toBe(properties?.['status'] === 'waived');
          const [{ physicalLocation } = {}] = locations;
          expect(physicalLocation?.artifactLocation?.uri).toMatch(/^(?:file:\/\/\/)?[^\s\\#?]+$/);
          expect(physicalLocation?.region?.startLine).toBeGreaterThan(0);
          expect(physicalLocation?.region?.startColumn).toBeGreaterThan(0);
        }
        const named = new Set(
          (run.taxonomies ?? []).flatMap(({ name, taxa = [] }) => taxa.map(({ id }) => `${name} ${id}`)),
        );
        for (const { relationships = [], properties } of rules) {
          expect(properties?.tags?.length).toBeLessThanOrEqual(20);
          for (const { target } of relationships) expect(named).toContain(`${target.toolComponent?.name} ${target.id}`);
        }
        expect(
          resultsOf(run)
            .map(({ partialFingerprints }) => String(partialFingerprints?.['lionrock/v1']))
            .toSorted(),
        ).toEqual(findings.map(({ id }) => id).toSorted());
      }),
    );
  });
});
