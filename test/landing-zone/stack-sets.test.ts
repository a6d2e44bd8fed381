import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRANSFERS } from '../../lib/config/init/transfer-sample';
import { gate, registersOf } from '../../lib/gate';
import { synthesize } from '../../lib/landing-zone';
import { profileById } from '../../lib/profiles';
import { evaluateRules, RULES, type Declared } from '../../lib/rules';
import { readUnit } from '../../lib/template';
import { resourcesOf } from './support/assemble';
import { SMALL_CONFIG_FOLDER, smallConfig } from './support/small-config';

const outdir = mkdtempSync(join(tmpdir(), 'lionrock-stack-sets-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

// What leaves it is what leaves the sample of `lionrock init`; a public cloud knows no standard contract.
const transfers = TRANSFERS.map(({ standardContract: _contract, ...transfer }) => transfer);
const config = smallConfig({ baseline: { delivery: 'stack-sets' }, transfers });
const profile = profileById(config.profile);
synthesize({ config, profile, configFolder: SMALL_CONFIG_FOLDER, outdir });
const resources = resourcesOf(outdir);

const { graph } = readUnit(outdir, {});

const ESTATE = ['estate-detects-threats', 'estate-records-configuration', 'estate-watches-posture'];
const rules = RULES.filter(({ id }) => ESTATE.includes(id));

const accounts: Declared['accounts'] = registersOf(config).accounts.map((account) => ({
  name: account.name,
  id: account.id,
  isManagement: account.name === 'management',
  units: account.units ?? [],
}));

/** What the rules over all accounts say. */
function judged(registered?: Declared['accounts']): readonly string[] {
  const declared = registered && { accounts: registered, transfers: [], today: '2026-11-26' };
  return evaluateRules(graph, rules, { profile, declared }).map(({ result }) => result.status);
}

describe('a landing zone whose baseline comes by a stack set', () => {
  test('passes the gate', async () => {
    const { findings, verdict } = await gate({ inputs: [outdir], profile, registers: registersOf(config) });
    expect(findings.map(({ rule, logicalId }) => `${rule} ${logicalId}`)).toEqual([]);
    expect(verdict).toBe('pass');
  });

  test('every account is seen to have what it must have', () => {
    expect(judged(accounts)).toEqual(['pass', 'pass', 'pass']);
  });

  test('an account outside the units of the stack set has no baseline', () => {
    const moved = accounts.map((account) =>
      account.name === 'e-services-prod' ? { ...account, units: ['ou-sm01-suspende', 'r-sm01'] } : account,
    );
    expect(judged(moved)).toEqual(['fail', 'fail', 'fail']);
  });

  test('without a register of accounts nobody can tell whom the stack set reaches', () => {
    expect(judged()).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('the management account deploys the same bytes that the stack set delivers', () => {
    const [set] = graph.ofType('AWS::CloudFormation::StackSet');
    const delivered = set && graph.deployedBy(set);
    const direct = graph.templates.find(({ path }) => /managementbaseline[0-9A-F]+\.template\.json$/.test(path));
    expect(delivered && readFileSync(delivered.path, 'utf8')).toBe(direct && readFileSync(direct.path, 'utf8'));
  });

  test('is delivered to all units at the top but the suspended one, and to accounts that join them', () => {
    const sets = resources.filter(({ type }) => type === 'AWS::CloudFormation::StackSet');
    expect(sets.map(({ account, properties }) => ({ account, ...properties }))).toEqual([
      expect.objectContaining({
        account: 'management',
        PermissionModel: 'SERVICE_MANAGED',
        AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: true },
        OperationPreferences: expect.objectContaining({ FailureTolerancePercentage: 10, RegionOrder: ['ap-east-1'] }),
        StackInstancesGroup: [
          {
            DeploymentTargets: {
              OrganizationalUnitIds: ['ou-sm01-security1', 'ou-sm01-infrastr', 'ou-sm01-digitalg', 'ou-sm01-sandbox1'],
            },
            Regions: ['ap-east-1'],
          },
        ],
      }),
    ]);
  });

  test('the departments’ own roles stand under the delivered ceiling', () => {
    const roles = resources.filter(({ type, file }) => type === 'AWS::IAM::Role' && file.includes('workloads'));
    expect(roles.length).toBeGreaterThan(0);
    for (const { properties } of roles) {
      expect(JSON.stringify(properties['PermissionsBoundary'])).toContain('policy/small-boundary');
    }
  });
});
