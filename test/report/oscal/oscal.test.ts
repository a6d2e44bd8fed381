import fc from 'fast-check';
import type { z } from 'zod';
import { CONTROLS } from '../../../lib/controls';
import type { Finding, GateResult } from '../../../lib/model';
import { assessmentResultsText, oscalFiles, type OscalInput } from '../../../lib/report';
import { anyFindings, anyText } from '../random-findings';
import { finding, resultOf, waiver } from '../support';
import { assessmentResults, planOfAction, type AssessmentResults, type PlanOfAction } from './assessment';
import { assessmentPlan, catalog, componentDefinition, systemSecurityPlan } from './system';

const NOW = new Date('2026-11-26T04:00:00Z');
const TEMPLATE = 'cdk.out/Portal.template.json';
const ACCOUNT = { name: 'portal', id: '110000000011', department: 'e-services', personalData: true, systemTier: 1 };

function inputOf(findings: readonly Finding[], more: Partial<GateResult> = {}): OscalInput {
  return {
    result: resultOf(findings, more),
    now: NOW,
    timeZone: 'Asia/Hong_Kong',
    inputs: [[TEMPLATE, 'a'.repeat(64)]],
    rules: [{ id: 'rds-not-public', control: 'WKL-01' }],
    system: { name: 'hk-government', accounts: [{ ...ACCOUNT, classification: 'RESTRICTED' }] },
  };
}

function resultsOf(input: OscalInput): AssessmentResults {
  const document = assessmentResults.parse(JSON.parse(assessmentResultsText(input)));
  const [result] = document['assessment-results']?.results ?? [];
  if (!result) throw new Error('expected a result');
  return result;
}

/** Sets that were made: most tests look at the same ones. */
const SETS = new WeakMap<OscalInput, ReturnType<typeof oscalFiles>>();

function documentOf(input: OscalInput, name: string): object {
  const files = SETS.get(input) ?? oscalFiles(input);
  SETS.set(input, files);
  return JSON.parse(files.get(name) ?? 'null');
}

function planOf(input: OscalInput): NonNullable<PlanOfAction['plan-of-action-and-milestones']> {
  const document = planOfAction.parse(documentOf(input, 'plan-of-action-and-milestones.json'));
  const plan = document['plan-of-action-and-milestones'];
  if (!plan) throw new Error('expected a plan');
  return plan;
}

const MODELS: readonly (readonly [file: string, schema: z.ZodType])[] = [
  ['catalog.json', catalog],
  ['component-definition.json', componentDefinition],
  ['system-security-plan.json', systemSecurityPlan],
  ['assessment-plan.json', assessmentPlan],
  ['assessment-results.json', assessmentResults],
  ['plan-of-action-and-milestones.json', planOfAction],
];

/** Every identifier that something is given, and every one that something refers to, but in other documents. */
function identifiersOf(value: unknown): { readonly given: string[]; readonly named: string[] } {
  const given: string[] = [];
  const named: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, each] of Object.entries(node)) {
      if (key === 'uuid') given.push(each);
      else if (key.endsWith('-uuid')) named.push(each);
      else if (key === 'href' && typeof each === 'string' && each.startsWith('#')) named.push(each.slice(1));
      else visit(each);
    }
  };
  visit(value);
  return { given, named };
}

describe('the OSCAL documents', () => {
  const statuses = (['fail', 'unknown', 'pass'] as const).map((status, index) => finding({ status, id: `${index}` }));
  const waived = finding({ status: 'waived', id: 'w', waiver: 'W-2026-014' });
  const foreign = finding({ id: 'f', control: null, rule: 'AwsSolutions-S1' });
  const errors = [{ kind: 'parse', path: 'b.json', message: 'is odd', line: 3 }];
  const warnings = [{ kind: 'waiver-expiring', subject: 'W-2026-014', message: 'ends soon' }];
  const full = inputOf([...statuses, waived, foreign], { waivers: [waiver()], errors, warnings });

  it.each(MODELS)('writes %s by its model', (file, schema) => {
    expect(() => schema.parse(documentOf(full, file))).not.toThrow();
  });

  it.each(MODELS)('gives each thing in %s an identifier of its own, and names no other', (file) => {
    const { given, named } = identifiersOf(documentOf(full, file));
    expect(given).toHaveLength(new Set(given).size);
    expect(named.filter((uuid) => !given.includes(uuid))).toEqual([]);
  });

  it('stands on its own feet whatever templates and registers say', () => {
    fc.assert(
      fc.property(anyFindings, anyText, (findings, text) => {
        const entry = waiver({ id: 'W-1', reason: text, approver: text, expires: text });
        const input = inputOf(findings, { waivers: [entry], errors: [{ kind: text, path: text, message: text }] });
        resultsOf(input);
        if (findings.some(({ status }) => status !== 'pass')) planOf(input);
      }),
      { numRuns: 15 },
    );
  });

  it('bounds what is shown of long text, and tears no pair of surrogates', () => {
    const [risk] = resultsOf(inputOf([finding({ message: '\u{1F600}'.repeat(100_000) })])).risks ?? [];
    expect(risk?.description.length).toBeLessThan(5000);
    expect(risk?.description).toMatch(/^(\u{1F600})+…$/u);
  });

  it('has every finding exactly once, by its fingerprint, as an observation', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const unique = findings.map((each, index) => ({ ...each, id: `${each.id}-${index}` }));
        const { observations = [], risks = [] } = resultsOf(inputOf(unique));
        const fingerprints = (props: readonly { name: string; value: string }[] = []) =>
          props.flatMap(({ name, value }) => (name === 'finding' ? [value] : []));
        expect(observations.flatMap(({ props }) => fingerprints(props))).toEqual(unique.map(({ id }) => id));
        const open = unique.filter(({ status }) => status !== 'pass');
        expect(risks.flatMap(({ props }) => fingerprints(props))).toEqual(open.map(({ id }) => id));
      }),
      { numRuns: 25 },
    );
  });

  it('keeps identifiers from run to run, and when lines move', () => {
    const moved = { location: { file: TEMPLATE, line: 99, column: 1 }, message: 'The database is public.' };
    const later = { ...inputOf([finding(moved)]), now: new Date('2027-01-01T00:00:00Z') };
    const before = identifiersOf(documentOf(inputOf([finding()]), 'assessment-results.json'));
    expect(identifiersOf(documentOf(later, 'assessment-results.json'))).toEqual(before);
  });

  it('tells one system from another, and the same bytes for the same input', () => {
    const other = { ...inputOf([finding()]), system: { name: 'other', accounts: [] } };
    const [a] = resultsOf(inputOf([finding()])).observations ?? [];
    const [b] = resultsOf(other).observations ?? [];
    expect(a?.uuid).not.toBe(b?.uuid);
    expect(assessmentResultsText(other)).toBe(assessmentResultsText(structuredClone(other)));
  });

  it.each([
    ['fail', [], { state: 'not-satisfied', reason: 'fail' }],
    ['unknown', [], { state: 'not-satisfied', reason: 'other' }],
    ['waived', [], { state: 'not-satisfied', reason: 'other' }],
    ['pass', [], { state: 'satisfied', reason: 'pass' }],
    ['pass', errors, { state: 'not-satisfied', reason: 'other' }],
  ] as const)('says of a control with a finding that is %s, and errors %j: %j', (status, unread, expected) => {
    const { findings = [] } = resultsOf(inputOf([finding({ status })], { errors: unread }));
    expect(findings.map(({ target }) => target)).toMatchObject([{ 'target-id': 'WKL-01_smt', status: expected }]);
  });

  it('shows a waiver as a deviation that somebody approved, until the end of its last day', () => {
    const { risks } = resultsOf(inputOf([waived], { waivers: [waiver()] }));
    expect(risks).toMatchObject([
      {
        status: 'deviation-approved',
        deadline: '2027-01-31T15:59:59.000Z',
        'mitigating-factors': [{ description: 'nightly copies' }],
        'risk-log': { entries: [{ start: '2026-11-01T16:00:00.000Z', 'status-change': 'deviation-approved' }] },
      },
    ]);
  });

  it.each(['soon', '2027-02-30', ''])('knows no end of a waiver that expires on %j', (expires) => {
    const [risk] = resultsOf(inputOf([waived], { waivers: [waiver({ expires })] })).risks ?? [];
    expect(risk).not.toHaveProperty('deadline');
  });

  it('names what was read with its sum, and the bundle of evidence', () => {
    const input = { ...full, evidence: ['evidence/SHA256SUMS', 'b'.repeat(64)] as const };
    const { resources } = JSON.parse(assessmentResultsText(input))['assessment-results']['back-matter'];
    expect(resources.map(({ rlinks }: { rlinks: object[] }) => rlinks)).toEqual([
      [{ href: TEMPLATE, 'media-type': 'application/json', hashes: [{ algorithm: 'SHA-256', value: 'a'.repeat(64) }] }],
      [{ href: 'evidence/SHA256SUMS', hashes: [{ algorithm: 'SHA-256', value: 'b'.repeat(64) }] }],
    ]);
  });

  it('plans what is open, what could not be judged, and each waiver', () => {
    expect(planOf(full)['poam-items'].map(({ title }) => title)).toEqual([
      'rds-not-public: Database (AWS::RDS::DBInstance)',
      'rds-not-public: Database (AWS::RDS::DBInstance)',
      'AwsSolutions-S1: Database (AWS::RDS::DBInstance)',
      String.raw`Not judged (parse): b.json`,
      'Waiver W-2026-014 until 2027-01-31',
    ]);
    expect(planOf(full)['poam-items'].at(-1)?.['related-risks']).toHaveLength(1);
  });

  it('has no plan when nothing is open', () => {
    const files = oscalFiles(inputOf([finding({ status: 'pass' })]));
    expect(files.get('plan-of-action-and-milestones.json')).toBeUndefined();
  });

  it('has each control of the catalogue in the plan of the system, and leaves to the department what nobody judged', () => {
    const plan = systemSecurityPlan.parse(documentOf(inputOf([finding()]), 'system-security-plan.json'));
    const requirements = plan['system-security-plan']?.['control-implementation']['implemented-requirements'] ?? [];
    expect(requirements.map((each) => each['control-id'])).toEqual(CONTROLS.map(({ id }) => id));
    const stateOf = (control: string) =>
      requirements.find((each) => each['control-id'] === control)?.['by-components'][0]?.['implementation-status']
        ?.state;
    expect([stateOf('WKL-01'), stateOf('NET-01'), stateOf('DET-08')]).toEqual(['partial', 'planned', 'not-applicable']);
  });

  it('carries how far each clause was checked', () => {
    const text = oscalFiles(full).get('catalog.json') ?? '';
    expect(text).toContain('"class": "verified"');
    expect(text).toContain('"class": "id-from-memory-mapping-ours"');
  });
});
