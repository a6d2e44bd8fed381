import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../lib/landing-zone';
import { profileById } from '../../lib/profiles';
import { readUnit } from '../../lib/template';
import { filesBelow, resourcesOf } from './support/assemble';
import { SMALL_CONFIG_FOLDER, smallConfig } from './support/small-config';

const outdir = mkdtempSync(join(tmpdir(), 'lionrock-hooks-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const config = smallConfig({
  deploymentHook: { failureMode: 'WARN', exemptRoles: ['platform-repair'] },
  gatePolicy: { failOn: 'high', waiverDays: { high: 30 } },
  blocksFrom: { 'public-zone-signed': '2027-03-31' },
});
synthesize({
  config,
  profile: profileById(config.profile),
  configFolder: SMALL_CONFIG_FOLDER,
  outdir,
  account: 'management',
});
const resources = resourcesOf(outdir);
const ofType = (type: string) => resources.filter((resource) => resource.type === type);
const { graph } = readUnit(outdir, {});

describe('a landing zone with a deployment hook', () => {
  test('brings it to the accounts of all units, and to the management account by itself, as the same text', () => {
    const [set] = graph.ofType('AWS::CloudFormation::StackSet');
    const delivered = set && graph.deployedBy(set);
    expect(delivered?.resources.map(({ type }) => type)).toContain('AWS::CloudFormation::LambdaHook');
    const direct = ofType('AWS::CloudFormation::LambdaHook').map(({ logicalId, properties }) => ({
      logicalId,
      properties,
    }));
    const [hook] = delivered?.resources.filter(({ type }) => type === 'AWS::CloudFormation::LambdaHook') ?? [];
    expect(direct).toMatchObject([{ logicalId: hook?.logicalId, properties: { FailureMode: 'WARN' } }]);
    expect(JSON.stringify(direct)).toMatch(/role\/small-break-glass.*role\/platform-repair/);
  });

  test('is told what the config says of the gate, of claims, and of what stands elsewhere', () => {
    const [path = ''] = [...filesBelow(outdir).keys()].filter((each) => each.endsWith('/estate.json'));
    expect(JSON.parse(readFileSync(join(outdir, path), 'utf8'))).toMatchObject({
      registers: {
        landingZone: 'small',
        accounts: expect.arrayContaining([expect.objectContaining({ name: 'audit' })]),
      },
      gatePolicy: { failOn: 'high', waiverDays: { high: 30 } },
      blocksFrom: { 'public-zone-signed': '2027-03-31' },
      buckets: { 'small-200000000002-network': 'ap-east-1' },
      boundaries: ['small-boundary'],
    });
  });

  test('collects its verdicts in the archive, as what all log groups of an account receive', () => {
    const [policy] = ofType('AWS::Logs::AccountPolicy').filter(
      ({ properties }) => properties['PolicyType'] === 'SUBSCRIPTION_FILTER_POLICY',
    );
    const { Scope, SelectionCriteria = '', PolicyDocument } = policy?.properties ?? {};
    expect(Scope).toBe('ALL');
    expect(JSON.stringify(PolicyDocument)).toContain('200000000002:destination:small-log-groups');
    // Excluded are named groups alone; that of the hook is named by CloudFormation.
    expect(SelectionCriteria).toMatch(/^LogGroupName NOT IN \["[^"]*"(,"[^"]*")*\]$/);
    const groups = resources.filter(({ type, file }) => type === 'AWS::Logs::LogGroup' && /deploymenthook/.test(file));
    expect(groups).toHaveLength(1);
    expect(groups[0]?.properties['LogGroupName']).toBeUndefined();
  });
});
