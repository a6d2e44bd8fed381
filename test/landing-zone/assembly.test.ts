import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LandingZoneConfig } from '../../lib/config';
import { planDeployment, readAssembly, targetsOf } from '../../lib/deploy';
import { gate, registersOf } from '../../lib/gate';
import { profileById } from '../../lib/profiles';
import { assemble, deliveredIn, exampleConfig, filesBelow, resourcesIn, resourcesOf } from './support/assemble';
import { describeHook } from './support/describe-hook';

// The hook judges every template in a process of its own.
jest.setTimeout(60_000);

const { config } = exampleConfig();
const whole = assemble(config);
const files = filesBelow(whole.outdir);
const delivered = deliveredIn(whole.outdir, config);

/** Templates and assets of the accounts, by account. */
function changedAccounts(before: Map<string, string>, after: Map<string, string>): string[] {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  return [...new Set(changed.map((path) => path.split('/')[0] ?? ''))].toSorted();
}

function withAccount(name: string, change: Partial<LandingZoneConfig['accounts'][number]>): LandingZoneConfig {
  return {
    ...config,
    accounts: config.accounts.map((account) => (account.name === name ? { ...account, ...change } : account)),
  };
}

describe('the example as a cloud assembly', () => {
  test('has a stage for each account', () => {
    expect(whole.accounts).toEqual(config.accounts.map((account) => account.name));
    expect(whole.resources).toBe(resourcesOf(whole.outdir).length);
  });

  test.each(['management', 'network', 'e-services-prod'])('%s alone comes out byte for byte', (account) => {
    const stage = `assembly-${account}`;
    const alone = filesBelow(join(assemble(config, account).outdir, stage));
    const together = filesBelow(join(whole.outdir, stage));
    expect([...alone.keys()]).toEqual([...together.keys()]);
    for (const [path, content] of together)
      expect({ path, same: alone.get(path) === content }).toEqual({ path, same: true });
  });

  test('a change of one department changes its templates only', () => {
    const account = config.accounts.find(({ name }) => name === 'e-licensing-prod');
    const workloads = [
      ...(account?.workloads ?? []),
      { name: 'renewals', type: 'queue', visibilityTimeoutSeconds: 180 } as const,
    ];
    const after = filesBelow(
      assemble(withAccount('e-licensing-prod', { workloads, owner: 'new@e-licensing.example.gov.hk' })).outdir,
    );
    expect(changedAccounts(files, after)).toEqual(['assembly-e-licensing-prod']);
  });

  test('no absolute path and no folder of this machine is in it', () => {
    const leaking = [...files].filter(([path, text]) => path.endsWith('.json') && text.includes(process.cwd()));
    expect(leaking.map(([path]) => path)).toEqual([]);
  });

  test('passes the gate: nothing fails, nothing is unknown, and much was judged', async () => {
    const profile = profileById(config.profile);
    const result = await gate({ inputs: [whole.outdir], profile, registers: registersOf(config) });
    expect(result.findings).toEqual([]);
    expect(result).toMatchObject({ verdict: 'pass', errors: [], summary: { fail: 0, unknown: 0 } });
    expect(result.summary.pass).toBeGreaterThan(whole.resources);
  });

  test('uses only resource types that the region publishes', () => {
    const absent = profileById('hk-s17').absentTypes['ap-east-1'] ?? new Set();
    expect(resourcesOf(whole.outdir).filter(({ type }) => absent.has(type))).toEqual([]);
  });

  test('needs nothing from AWS to be synthesized, and warns of nothing', () => {
    const manifests = [...files].filter(([path]) => path.endsWith('manifest.json'));
    expect(manifests).toHaveLength(config.accounts.length + 1);
    const open = manifests.filter(([, text]) => 'missing' in (JSON.parse(text) as object));
    expect(open.map(([path]) => path)).toEqual([]);
    const annotated = [...files].filter(([, text]) => /"aws:cdk:(warning|error)"/.test(text));
    expect(annotated.map(([path]) => path)).toEqual([]);
  });

  test('hands no value from account to account: every import has its export in the same account', () => {
    const own = [...files].filter(([path]) => path.endsWith('.template.json'));
    const templates = [
      ...own.map(([path, text]) => ({ account: path.split('/')[0]?.replace('assembly-', '') ?? '', text })),
      ...delivered,
    ];
    const exported = templates.flatMap(({ account, text }) => {
      const { Outputs = {} } = JSON.parse(text) as { Outputs?: Record<string, { Export?: { Name: string } }> };
      return Object.values(Outputs).flatMap(({ Export }) => (Export ? [`${account} ${Export.Name}`] : []));
    });
    const imported = templates.flatMap(({ account, text }) =>
      [...text.matchAll(/"Fn::ImportValue":\s*"([^"]+)"/g)].map(([, name]) => `${account} ${name}`),
    );
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((each) => !exported.includes(each))).toEqual([]);
    expect(new Set(exported).size).toBe(exported.length);
  });
});

describe('what each account holds', () => {
  const types = new Map<string, Set<string>>();
  for (const { account, type } of [...resourcesOf(whole.outdir), ...delivered.flatMap(resourcesIn)]) {
    types.set(account, (types.get(account) ?? new Set()).add(type));
  }

  const everywhere = [
    'AWS::KMS::Key',
    'AWS::Config::ConfigurationRecorder',
    'AWS::GuardDuty::Detector',
    'AWS::SecurityHub::Hub',
    'AWS::AccessAnalyzer::Analyzer',
    'AWS::IAM::ManagedPolicy',
    'AWS::SNS::Topic',
    'AWS::EC2::SnapshotBlockPublicAccess',
  ];
  const spoke = [
    'AWS::EC2::VPC',
    'AWS::EC2::NetworkAcl',
    'AWS::EC2::FlowLog',
    'AWS::EC2::TransitGatewayAttachment|AWS::EC2::TransitGatewayVpcAttachment',
    'AWS::EC2::VPCEndpoint',
  ];
  const service = ['AWS::ECS::Service', 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::Backup::BackupPlan'];
  const table: Record<string, readonly string[]> = {
    management: ['AWS::Organizations::Policy', 'AWS::CloudTrail::Trail', 'AWS::SSO::PermissionSet'],
    'log-archive': ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
    audit: ['AWS::Config::ConfigurationAggregator'],
    network: [
      'AWS::EC2::TransitGateway',
      'AWS::EC2::TransitGatewayRouteTable',
      'AWS::EC2::TransitGatewayRoute',
      'AWS::RAM::ResourceShare',
      'AWS::NetworkFirewall::Firewall',
      'AWS::NetworkFirewall::RuleGroup',
      'AWS::NetworkFirewall::LoggingConfiguration',
      'AWS::EC2::InternetGateway',
      'AWS::WAFv2::WebACL',
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
    ],
    'shared-services': spoke,
    'e-services-prod': [
      ...spoke,
      ...service,
      'AWS::RDS::DBInstance',
      'AWS::Lambda::Function',
      'AWS::SQS::Queue',
      'AWS::S3::Bucket',
    ],
    'e-services-nonprod': [...spoke, ...service, 'AWS::RDS::DBInstance'],
    'e-licensing-prod': [
      ...spoke,
      ...service,
      'AWS::DynamoDB::Table|AWS::DynamoDB::GlobalTable',
      'AWS::Lambda::Function',
    ],
    'fee-payment-prod': [...spoke, ...service, 'AWS::DynamoDB::Table|AWS::DynamoDB::GlobalTable', 'AWS::SQS::Queue'],
    'open-data-prod': [...spoke, ...service, 'AWS::RDS::DBInstance', 'AWS::S3::Bucket', 'AWS::Lambda::Function'],
    'open-data-nonprod': [...spoke, ...service, 'AWS::RDS::DBInstance', 'AWS::S3::Bucket'],
    'cross-boundary-prod': [...spoke, ...service, 'AWS::DynamoDB::Table|AWS::DynamoDB::GlobalTable'],
  };

  test('the table names every account', () =>
    expect(Object.keys(table).toSorted()).toEqual([...whole.accounts].toSorted()));

  test.each(Object.entries(table))('%s', (account, required) => {
    const held = types.get(account) ?? new Set();
    const missing = [...everywhere, ...required].filter((type) => !type.split('|').some((one) => held.has(one)));
    expect(missing).toEqual([]);
  });

  test('the baseline once: by a stack set, but in the management account, which has the same bytes', () => {
    const baselines = delivered.filter(({ stackSet }) => stackSet.startsWith('hk-government-baseline'));
    const others = config.accounts.filter(({ role }) => role !== 'management').map(({ name }) => name);
    expect(baselines.map(({ account }) => account).toSorted()).toEqual(others.toSorted());
    const direct = [...files].find(([path]) => /managementbaseline[0-9A-F]+\.template\.json$/.test(path))?.[1];
    expect(new Set(baselines.map(({ text }) => text))).toEqual(new Set([direct]));
  });

  test('no spoke has a way to the internet of its own', () => {
    const own = resourcesOf(whole.outdir).filter(({ type }) => /InternetGateway|NatGateway|EgressOnly/.test(type));
    expect(own.length).toBeGreaterThan(1);
    expect([...new Set(own.map(({ account }) => account))]).toEqual(['network']);
  });
});

test('the manifest of the assembly is one that the CDK command line reads', () => {
  const manifest = JSON.parse(readFileSync(join(whole.outdir, 'manifest.json'), 'utf8')) as {
    artifacts: Record<string, { type: string }>;
  };
  const stages = Object.values(manifest.artifacts).filter(({ type }) => type === 'cdk:cloud-assembly');
  expect(stages).toHaveLength(config.accounts.length);
});

describe('the deployment of the example', () => {
  const stacks = readAssembly(whole.outdir, 'aws');
  const { waves, needs } = planDeployment(stacks, config);
  const order = waves.flatMap((wave) => wave.stacks.map(({ id }) => id));

  test('is in waves in which everything needed comes earlier', () => {
    expect(order.toSorted()).toEqual(stacks.map(({ id }) => id).toSorted());
    const late = order.flatMap((id, index) =>
      [...(needs.get(id) ?? [])].filter((needed) => order.indexOf(needed) >= index).map((needed) => `${id} ${needed}`),
    );
    expect(late).toEqual([]);
    expect(waves.map(({ name }) => name)).toEqual([
      'organization',
      'log-archive',
      'audit',
      'network',
      'shared-services',
      'baselines',
      'departments',
    ]);
  });

  test('has what AWS asks for and no template says', () => {
    for (const baseline of ['management/baseline', 'management/baseline-delivery']) {
      expect(order).toContain(baseline);
      expect(order.indexOf('log-archive/log-archive')).toBeLessThan(order.indexOf(baseline));
      expect(order.indexOf(baseline)).toBeLessThan(order.indexOf('fee-payment-prod/workloads'));
    }
    expect(order.indexOf('network/routing')).toBeLessThan(order.indexOf('fee-payment-prod/hub-routes'));
    expect(targetsOf(stacks, config)).toHaveLength(config.accounts.length);
  });
});

describe('the hook, which sees one template at a time', () => {
  describeHook({ config, outdir: whole.outdir, files, delivered });
});
