import { App, CfnOutput, CfnParameter, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import {
  HongKongGovernmentChecks,
  KeyManagementChecks,
  Nist80053R5ModerateChecks,
  type RulePackProps,
} from '../../lib/packs';
import { toolVersion } from '../../lib/model/package';
import { lenientApp, reportOf, type ReportedViolation } from './support/report';

const env = { account: '111111111111', region: 'ap-east-1' };

function database(stack: Stack, properties: object): CfnResource {
  return new CfnResource(stack, 'Database', { type: 'AWS::RDS::DBInstance', properties: { ...properties } });
}

function reported(build: (stack: Stack) => void, props: RulePackProps = {}): readonly ReportedViolation[] {
  const app = lenientApp();
  build(new Stack(app, 'S', { env }));
  const pack = new HongKongGovernmentChecks(app, props);
  Validations.of(app).addPlugins(pack);
  app.synth();
  return reportOf(app, pack.name)?.violations ?? [];
}

const named = (violations: readonly ReportedViolation[], rule: string): ReportedViolation | undefined =>
  violations.find(({ ruleName }) => ruleName === `HongKongGovernment-${rule}`);

describe('validation-report.json', () => {
  test('says what is wrong, what was seen, how to mend it and who asks', () => {
    const violation = named(
      reported((stack) => database(stack, { StorageEncrypted: false })),
      'rds-storage-encrypted',
    );
    expect(violation).toMatchObject({
      severity: 'error',
      description:
        'The database does not encrypt its storage. Observed in Properties.StorageEncrypted: false. Expected: true. ' +
        'Control KEY-01, Encryption at rest (s17 10.2.2; g3 10.2(b)).',
      suggestedFix: 'Set StorageEncrypted to true, with a customer-managed key in KmsKeyId.',
      ruleMetadata: { control: 'KEY-01', status: 'fail', s17: '10.2.2', 'nist-800-53r5': 'sc-28, sc-28.1' },
      violatingConstructs: [
        {
          constructPath: 'S/Database',
          cloudFormationResource: {
            templatePath: 'S.template.json',
            logicalId: 'Database',
            propertyPaths: ['Properties.StorageEncrypted'],
          },
        },
      ],
    });
  });

  test('says what could not be decided, and why', () => {
    const build = (stack: Stack) =>
      database(stack, { StorageEncrypted: new CfnParameter(stack, 'Encrypted').valueAsString });
    const violation = named(reported(build), 'rds-storage-encrypted[unknown]');
    expect(violation?.severity).toBe('error');
    expect(violation?.description).toContain('Could not be decided: because ');
    expect(violation?.description).toContain('Encrypted has no default');
    expect(violation?.description).toContain('What must not be: The database does not encrypt its storage.');
  });

  test('keeps secrets to itself', () => {
    const password = ['hunter', '2hunter2'].join('');
    const violations = reported((stack) => database(stack, { MasterUserPassword: password, MasterUsername: 'app' }));
    expect(named(violations, 'no-plaintext-secret')).toBeDefined();
    expect(JSON.stringify(violations)).not.toContain(password);
  });

  test('names parameters and outputs as it names resources', () => {
    const violations = reported((stack) => {
      new CfnParameter(stack, 'DatabasePassword', { default: 'changeme1' });
      new CfnOutput(stack, 'Secret', { value: '{{resolve:secretsmanager:database:SecretString:password}}' });
    });
    expect(named(violations, 'no-secret-default')?.violatingConstructs[0]?.constructPath).toBe('S/DatabasePassword');
    expect(named(violations, 'no-secret-in-outputs')?.violatingConstructs[0]?.constructPath).toBe('S/Secret');
  });

  test('tells of resources together for which a rule says the same', () => {
    const violations = reported((stack) => {
      for (const id of ['A', 'B']) new CfnResource(stack, id, { type: 'AWS::S3::Bucket' });
    });
    expect(
      named(violations, 'bucket-versioned')?.violatingConstructs.map(({ constructPath }) => constructPath),
    ).toEqual(['S/A', 'S/B']);
  });

  test('states the control as well when it is verbose', () => {
    const build = (stack: Stack) => database(stack, { StorageEncrypted: false });
    const statement = 'Every data store is encrypted';
    expect(named(reported(build), 'rds-storage-encrypted')?.description).not.toContain(statement);
    expect(named(reported(build, { verbose: true }), 'rds-storage-encrypted')?.description).toContain(statement);
  });

  test('carries the version, and fails even where synthesis is told to go on', () => {
    const app = lenientApp();
    database(new Stack(app, 'S', { env }), { StorageEncrypted: false });
    Validations.of(app).addPlugins(new KeyManagementChecks(app));
    app.synth();
    expect(reportOf(app, 'KeyManagement')).toMatchObject({ conclusion: 'failure', pluginVersion: toolVersion() });
  });

  test('has each pack for itself, with the clauses of its frameworks', () => {
    const app = lenientApp();
    database(new Stack(app, 'S', { env }), { StorageEncrypted: false });
    Validations.of(app).addPlugins(new KeyManagementChecks(app), new Nist80053R5ModerateChecks(app));
    app.synth();
    const description = (pack: string) =>
      reportOf(app, pack)?.violations.find(({ ruleName }) => ruleName === `${pack}-rds-storage-encrypted`)?.description;
    expect(description('KeyManagement')).toContain('(s17 10.2.2; g3 10.2(b)).');
    expect(description('Nist80053R5Moderate')).toContain('(nist-800-53r5 sc-28, sc-28.1 [id verified, mapping ours]).');
  });

  test('stops synthesis when nobody says otherwise', () => {
    const app = new App();
    database(new Stack(app, 'S', { env }), { StorageEncrypted: false });
    Validations.of(app).addPlugins(new HongKongGovernmentChecks(app));
    expect(() => app.synth()).toThrow(
      "Acknowledge with 'HongKongGovernment::HongKongGovernment-rds-storage-encrypted'",
    );
  });

  test('tells what could not be read, and nobody can acknowledge that', () => {
    const violations = reported((stack) => {
      const nested = new CfnResource(stack, 'Nested', { type: 'AWS::CloudFormation::Stack' });
      nested.addMetadata('aws:asset:path', 'nowhere.template.json');
      Validations.of(stack.node.root).acknowledge({ id: 'HongKongGovernment-unreadable', reason: 'never mind' });
    });
    expect(named(violations, 'unreadable')).toMatchObject({ severity: 'fatal' });
    expect(named(violations, 'unreadable')?.description).toMatch(/^Could not be judged: .*nowhere\.template\.json/);
  });

  test('tells before synthesis what is read at synthesis only', () => {
    const app = new App();
    const nested = new CfnResource(new Stack(app, 'S', { env }), 'Nested', { type: 'AWS::CloudFormation::Stack' });
    nested.addMetadata('aws:asset:path', 'nowhere.template.json');
    const { success, violations } = new HongKongGovernmentChecks(app).validateScope(app);
    expect(success).toBe(false);
    expect(violations.map(({ ruleName }) => ruleName)).toContain('HongKongGovernment-unreadable');
  });
});
