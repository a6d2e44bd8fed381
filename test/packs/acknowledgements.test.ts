import { App, CfnResource, Stack, Stage, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { HongKongGovernmentChecks } from '../../lib/packs';
import { lenientApp, reportOf } from './support/report';

const RULE = 'HongKongGovernment-rds-storage-encrypted';
const UNUSED = 'HongKongGovernment-unused-acknowledgement';
const FORMS = [
  ['Pack-Rule', RULE],
  ['Pack::Pack-Rule', `HongKongGovernment::${RULE}`],
] as const;

function databases(app: Stage) {
  const stack = new Stack(app, 'S', { env: { account: '111111111111', region: 'ap-east-1' } });
  const one = (id: string) =>
    new CfnResource(stack, id, { type: 'AWS::RDS::DBInstance', properties: { StorageEncrypted: false } });
  return { stack, first: one('First'), second: one('Second') };
}

/** Paths at which the rule is reported by synthesis: as a violation, and as suppressed with its reason. */
function synthesized(app: App, rule = RULE) {
  const pack = new HongKongGovernmentChecks(app);
  Validations.of(app).addPlugins(pack);
  app.synth();
  const { violations = [], suppressedViolations = [] } = reportOf(app, pack.name) ?? {};
  const at = (list: typeof violations) =>
    list
      .filter(({ ruleName }) => ruleName === rule)
      .flatMap(({ violatingConstructs, reason, acknowledgedAt }) =>
        violatingConstructs.map(({ constructPath }) =>
          [constructPath, reason, acknowledgedAt].filter(Boolean).join(', '),
        ),
      );
  return { violations: at(violations), suppressed: at(suppressedViolations) };
}

function acknowledge(on: IConstruct, id: string, reason = 'by contract with the owner'): void {
  Validations.of(on).acknowledge({ id, reason });
}

describe.each(FORMS)('an acknowledgement as %s', (_, id) => {
  test('is honoured and listed by synthesis', () => {
    const app = lenientApp();
    acknowledge(databases(app).first, id);
    expect(synthesized(app)).toEqual({
      violations: ['S/Second'],
      suppressed: ['S/First, by contract with the owner, S/First'],
    });
  });

  test('covers what is below it', () => {
    const app = lenientApp();
    acknowledge(databases(app).stack, id);
    expect(synthesized(app)).toEqual({
      violations: [],
      suppressed: ['S/First, by contract with the owner, S', 'S/Second, by contract with the owner, S'],
    });
  });

  test('is honoured and listed without synthesis', () => {
    const app = new App();
    acknowledge(databases(app).first, id);
    const { violations, suppressedViolations } = new HongKongGovernmentChecks(app).validateScope(app);
    const remaining = violations.filter(({ ruleName }) => ruleName === RULE);
    expect(remaining.flatMap(({ violatingResources }) => violatingResources.map((r) => r.constructPath))).toEqual([
      'S/Second',
    ]);
    expect(suppressedViolations).toMatchObject([
      {
        ruleName: RULE,
        reason: 'by contract with the owner',
        acknowledgedAt: 'S/First',
        violatingResources: [{ constructPath: 'S/First' }],
      },
    ]);
  });

  test('of everything lets synthesis pass', () => {
    const app = new App();
    const { stack } = databases(app);
    const pack = new HongKongGovernmentChecks(app);
    const found = pack.validateScope(app).violations.map(({ ruleName }) => ruleName);
    for (const rule of new Set(found)) acknowledge(stack, id === RULE ? rule : `HongKongGovernment::${rule}`);
    Validations.of(app).addPlugins(pack);
    expect(() => app.synth()).not.toThrow();
    expect(reportOf(app, pack.name)).toMatchObject({ conclusion: 'success', violations: [] });
    expect(reportOf(app, pack.name)?.suppressedViolations?.length).toBeGreaterThan(3);
  });
});

describe('an acknowledgement', () => {
  test.each([
    ['of another pack’s rule', 'NIST.800.53.R5::NIST.800.53.R5-RDSStorageEncrypted'],
    ['of our rule in another pack', 'KeyManagement::KeyManagement-rds-storage-encrypted'],
    ['without a pack', 'rds-storage-encrypted'],
    ['of a part of an id', 'HongKongGovernment-rds-storage'],
    ['of what could not be decided, where it failed', `${RULE}[unknown]`],
  ])('%s changes nothing', (_, id) => {
    const app = lenientApp();
    acknowledge(databases(app).stack, id);
    expect(synthesized(app)).toEqual({ violations: ['S/First', 'S/Second'], suppressed: [] });
  });

  test('of a failure does not cover what could not be decided', () => {
    const app = lenientApp();
    const { first, second } = databases(app);
    const unknown = `${RULE}[unknown]`;
    for (const database of [first, second])
      database.addPropertyOverride('StorageEncrypted', { 'Fn::ImportValue': 'x' });
    acknowledge(first, RULE);
    acknowledge(second, unknown);
    expect(synthesized(app, unknown)).toEqual({
      violations: ['S/First'],
      suppressed: ['S/Second, by contract with the owner, S/Second'],
    });
  });

  test.each([
    [
      'HongKongGovernment-rds-storage-encryption',
      'HongKongGovernment-rds-storage-encryption is acknowledged, but the pack has no such rule.',
    ],
    [
      'HongKongGovernment::HongKongGovernment-bucket-versioned',
      'HongKongGovernment-bucket-versioned is acknowledged, but nothing of it is found here.',
    ],
  ])('that covers nothing is reported: %s', (id, description) => {
    const app = lenientApp();
    const { first } = databases(app);
    acknowledge(first, id);
    acknowledge(first, RULE);
    acknowledge(first, 'KeyManagement-rds-storage-encrypted');
    synthesized(app);
    const unused = reportOf(app, 'HongKongGovernment')?.violations.filter(({ ruleName }) => ruleName === UNUSED);
    expect(unused).toMatchObject([
      { description, severity: 'warning', violatingConstructs: [{ constructPath: 'S/First' }] },
    ]);
  });

  test('of another stage is none of a stage’s pack', () => {
    const app = lenientApp();
    for (const name of ['Prod', 'Test']) {
      const stage = new Stage(app, name);
      acknowledge(databases(stage).stack, RULE);
      Validations.of(stage).addPlugins(new HongKongGovernmentChecks(stage));
    }
    app.synth();
    const { violations = [], suppressedViolations = [] } = reportOf(app, 'HongKongGovernment') ?? {};
    expect(violations.filter(({ ruleName }) => ruleName === UNUSED)).toEqual([]);
    expect(suppressedViolations.map(({ acknowledgedAt }) => acknowledgedAt)).toEqual(['Prod/S']);
  });

  test('stays the same when the app is synthesized again', () => {
    const app = lenientApp();
    const { first } = databases(app);
    acknowledge(first, RULE);
    const once = synthesized(app);
    const written = () => first.node.metadata.length;
    const before = written();
    app.synth({ force: true });
    expect(written()).toBe(before);
    const { suppressedViolations } = reportOf(app, 'HongKongGovernment') ?? {};
    expect(once.suppressed).toHaveLength(1);
    expect(suppressedViolations?.filter(({ ruleName }) => ruleName === RULE)).toHaveLength(1);
  });

  test('is written to the templates on request, as cdk-nag does', () => {
    const app = lenientApp();
    const { first, stack } = databases(app);
    new HongKongGovernmentChecks(app, { writeSuppressionsToCloudFormation: true });
    acknowledge(first, RULE);
    const template: unknown = app.synth().getStackByName(stack.stackName).template;
    expect(template).toMatchObject({
      Resources: { First: { Metadata: { cdk_nag: { rules_to_suppress: [{ id: RULE }] } } } },
    });
  });
});
