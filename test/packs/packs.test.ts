import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { NagMessageLevel } from 'cdk-nag';
import { controlById } from '../../lib/controls';
import * as packs from '../../lib/packs';
import { NIST_MODERATE_BASELINE } from '../../lib/packs/nist-moderate-baseline';
import { citing } from '../../lib/packs/queries';
import { RULES, type Rule } from '../../lib/rules';

const {
  CisAwsFoundationsChecks,
  DataResidencyChecks,
  HongKongGovernmentChecks,
  Iso27001Checks,
  KeyManagementChecks,
  LoggingChecks,
  NetworkZoneChecks,
  Nist80053R5ModerateChecks,
} = packs;

const EVERY = Object.entries(packs).map(([name, Pack]) => [name, Pack] as const);

/** Ids of the rules whose control is like this, under the name of a pack. */
function idsWhere(pack: string, matches: (rule: Rule) => boolean): string[] {
  return RULES.filter(matches).map(({ id }) => `${pack}-${id}`);
}

function frameworksOf({ control }: Rule): string[] {
  return controlById(control)?.frameworks.map(({ framework }) => framework) ?? [];
}

/** An app that is wrong in the eyes of every pack. */
function wrongApp(): App {
  const app = new App();
  const stack = new Stack(app, 'S', { env: { account: '111111111111', region: 'ap-east-1' } });
  const raw = (id: string, type: string, properties: object) =>
    new CfnResource(stack, id, { type, properties: { ...properties } });
  raw('Database', 'AWS::RDS::DBInstance', { StorageEncrypted: false, PubliclyAccessible: true });
  raw('Key', 'AWS::KMS::Key', { MultiRegion: true });
  raw('Trail', 'AWS::CloudTrail::Trail', { IsLogging: false, S3BucketName: 'elsewhere' });
  raw('Door', 'AWS::EC2::SecurityGroupIngress', { CidrIp: '0.0.0.0/0', IpProtocol: '-1', GroupId: 'sg-1' });
  return app;
}

describe.each(EVERY)('%s', (name, Pack) => {
  const pack = new Pack();

  test('reports under its own name', () => {
    expect(pack.name).toBe(name.replace(/Checks$/, ''));
    expect(pack.readPackName).toBe(pack.name);
    expect(pack.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(pack.ruleIds.length).toBeGreaterThan(10);
    expect(pack.ruleIds.filter((id) => !id.startsWith(`${pack.name}-`))).toEqual([]);
  });

  test('evaluates its own rules and no others', () => {
    const { success, violations } = pack.validateScope(wrongApp());
    expect(success).toBe(false);
    expect(violations.length).toBeGreaterThan(0);
    const reported = violations.map(({ ruleName }) => ruleName.replace('[unknown]', ''));
    expect(reported.filter((id) => !pack.ruleIds.includes(id))).toEqual([]);
  });

  test('finds nothing in an app that has nothing', () => {
    const app = new App();
    const stack = new Stack(app, 'Empty');
    new CfnResource(stack, 'Handle', { type: 'AWS::CloudFormation::WaitConditionHandle' });
    expect(pack.validateScope(app)).toMatchObject({ success: true, violations: [], suppressedViolations: [] });
  });
});

describe('a query over the catalogue', () => {
  test('by area and category', () => {
    const area = (name: string) => (rule: Rule) => controlById(rule.control)?.area === name;
    expect(new DataResidencyChecks().ruleIds).toEqual(
      expect.arrayContaining(idsWhere('DataResidency', area('data-residency'))),
    );
    expect(new LoggingChecks().ruleIds).toEqual(expect.arrayContaining(idsWhere('Logging', area('logging'))));
    expect(new LoggingChecks().ruleIds).toContain('Logging-vpc-flow-logs');
    expect(new NetworkZoneChecks().ruleIds).toEqual(
      expect.arrayContaining(idsWhere('NetworkZone', area('network-zones'))),
    );
    expect(new KeyManagementChecks().ruleIds).toEqual(
      expect.arrayContaining(idsWhere('KeyManagement', area('key-management'))),
    );
  });

  test('by framework', () => {
    const cites = (framework: string) => (rule: Rule) => frameworksOf(rule).includes(framework);
    expect(new Iso27001Checks().ruleIds).toEqual(idsWhere('Iso27001', cites('iso-27001')));
    expect(new CisAwsFoundationsChecks().ruleIds).toEqual(idsWhere('CisAwsFoundations', cites('cis-aws-v7')));
    expect(new CisAwsFoundationsChecks(undefined, { benchmark: 'v5' }).ruleIds).toEqual(
      idsWhere('CisAwsFoundations', cites('cis-aws-v5')),
    );
  });

  test('by the controls of NIST’s moderate baseline, which has 287', () => {
    expect(NIST_MODERATE_BASELINE.size).toBe(287);
    const { ruleIds } = new Nist80053R5ModerateChecks();
    const clauses = ruleIds.map((id) => {
      const rule = RULES.find((candidate) => `Nist80053R5Moderate-${candidate.id}` === id);
      const frameworks = controlById(rule?.control ?? '')?.frameworks ?? [];
      return frameworks
        .filter(({ framework }) => framework === 'nist-800-53r5')
        .flatMap((reference) => reference.clauses);
    });
    expect(clauses.filter((ids) => !ids.some((id) => NIST_MODERATE_BASELINE.has(id)))).toEqual([]);
  });

  test('by some clauses of a framework, which alone are cited', () => {
    const selects = citing(['nist-800-53r5'], new Set(['sc-28.1']));
    const selected = RULES.filter((rule) => {
      const control = controlById(rule.control);
      return control && selects(control, rule);
    });
    expect(selected.map(({ id }) => id)).toContain('rds-storage-encrypted');
    expect(selected.map(({ id }) => id)).not.toContain('bucket-versioned');
    const { violations } = new Nist80053R5ModerateChecks().validateScope(wrongApp());
    const cited = violations.flatMap(({ description }) => {
      return /nist-800-53r5 ([^[]+) \[/.exec(description)?.[1]?.split(', ') ?? ['none'];
    });
    expect(cited.filter((id) => !NIST_MODERATE_BASELINE.has(id))).toEqual([]);
  });

  test('by classification and system tier', () => {
    const all = new HongKongGovernmentChecks().ruleIds;
    expect(all).toEqual(idsWhere('HongKongGovernment', () => true));
    const classified = (level: string) => new HongKongGovernmentChecks(undefined, { classification: level }).ruleIds;
    expect(classified('UNCLASSIFIED')).not.toContain('HongKongGovernment-bucket-customer-key');
    expect(classified('RESTRICTED')).toContain('HongKongGovernment-bucket-customer-key');
    const lowest = new HongKongGovernmentChecks(undefined, { systemTier: 1 }).ruleIds;
    const higher = RULES.filter(({ control }) => (controlById(control)?.systemTier ?? 1) > 1).map(({ id }) => id);
    expect(higher.length).toBeGreaterThan(0);
    expect(all.filter((id) => !lowest.includes(id))).toEqual(higher.map((id) => `HongKongGovernment-${id}`));
  });

  test('refuses a classification without controls, and an unknown profile', () => {
    expect(() => new HongKongGovernmentChecks(undefined, { classification: 'SECRET' })).toThrow(
      'expected one of UNCLASSIFIED, RESTRICTED, CONFIDENTIAL',
    );
    expect(() => new LoggingChecks(undefined, { profile: 'nowhere' })).toThrow('expected one of hk-s17');
  });
});

describe('levels', () => {
  const severities = (props: packs.RulePackProps, levels: string) => {
    const { success, violations } = new HongKongGovernmentChecks(undefined, props).validateScope(wrongApp());
    const kinds = violations.map(({ ruleMetadata, severity }) => `${ruleMetadata?.['severity']} is ${severity}`);
    return { success, kinds: [...new Set(kinds)].filter((kind) => kind.includes(levels)).toSorted() };
  };

  test('low is a warning, all else an error', () => {
    expect(severities({}, 'is').kinds).toEqual([
      'critical is error',
      'high is error',
      'low is warning',
      'medium is error',
    ]);
  });

  test('of a rule that does not block yet are warnings', () => {
    const rule = RULES.find(({ id }) => id === 'rds-not-public');
    if (!rule) throw new Error('rds-not-public is no rule');
    const levelOf = () => {
      const { violations } = new HongKongGovernmentChecks().validateScope(wrongApp());
      return violations.find(({ ruleName }) => ruleName.endsWith('-rds-not-public'))?.severity;
    };
    Object.assign(rule, { blocksFrom: '2999-01-01' });
    const announced = levelOf();
    Reflect.deleteProperty(rule, 'blocksFrom');
    expect([announced, levelOf()]).toEqual(['warning', 'error']);
  });

  test('are an option', () => {
    expect(
      severities({ levels: { medium: NagMessageLevel.INFO, unknown: NagMessageLevel.INFO } }, 'medium').kinds,
    ).toEqual(['medium is info']);
    const { WARN } = NagMessageLevel;
    expect(severities({ levels: { critical: WARN, high: WARN, medium: WARN, unknown: WARN } }, 'is').success).toBe(
      true,
    );
  });
});
