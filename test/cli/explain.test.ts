import { CONTROLS } from '../../lib/controls';
import { CLAIM_RULES } from '../../lib/gate';
import { PROFILE_IDS } from '../../lib/profiles';
import { RETIRED, RULES } from '../../lib/rules';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

describe('explain', () => {
  it('tells a control: title, statement, severity, sources with how far they were checked, rules', async () => {
    const { status, stdout } = await run(['explain', 'net-02']);
    expect(status).toBe(0);
    expect(stdout).toContain('NET-02  Zone matrix enforced\n  Traffic between zones is allowed only where');
    expect(stdout).toContain('Severity     high (impact 3, exposure 2, irreversibility 2, each of 3)');
    expect(stdout).toContain('Baseline IT Security Policy (S17): 15.1.4, 15.1.2 (verified)');
    expect(stdout).toContain('ISO/IEC 27001:2022: A.8.22, A.8.20 (id verified, mapping ours)');
    expect(stdout).toContain('flow-registered');
  });

  it('tells a rule: what fails it, the remedy, and its control', async () => {
    const { stdout } = await run(['explain', 'rds-not-public']);
    expect(stdout).toContain('Fails when   The database has a public address.');
    expect(stdout).toContain('Fix          Set PubliclyAccessible to false.');
    expect(stdout).toContain('AWS::RDS::DBInstance');
    expect(stdout).toContain('WKL-01  Database not public');
  });

  it('has a page of at most 80 columns for every control and rule', async () => {
    for (const { id } of [...CONTROLS, ...RULES, ...CLAIM_RULES, ...RETIRED]) {
      const { status, stdout } = await run(['explain', id]);
      expect({ id, status }).toEqual({ id, status: 0 });
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it('has a page of at most 80 columns for every profile, which marks what was not verified', async () => {
    for (const id of PROFILE_IDS) {
      const { status, stdout } = await run(['explain', id]);
      expect({ id, status }).toEqual({ id, status: 0 });
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
    const { stdout } = await run(['explain', 'uk-ncsc-csp']);
    expect(stdout).toMatch(/^Framework +NCSC 14 cloud security principles/m);
    expect(stdout.replace(/\s+/g, ' ')).toContain('(secondary sources: almosthomebiz.com');
    expect(stdout).toMatch(/^Most public +not stated$/m);
    expect((await run(['explain', 'HK-S17'])).stdout).toMatch(
      /^Most public +UNCLASSIFIED \(verified: S17 17\.3\.1\)$/m,
    );
  });

  it('tells the profile of an organisation by its file, and what is wrong with it', async () => {
    const { status, stdout } = await run(['explain', 'examples/profiles/us-agency.yaml']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Extends +us-fedramp-high$/m);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'CONTROLLED (organisation: Example agency, information security policy',
    );
    scratch.write('loose.yaml', {
      id: 'loose',
      extends: 'hk-s17',
      source: 'Nobody knows',
      ceilings: { public: 'SECRET' },
    });
    const wrong = await run(['explain', scratch.path('loose.yaml')]);
    expect(wrong).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('S17 17.3.1') });
    expect(await run(['explain', 'none.yaml'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('lists the profiles that exist when nothing is called so', async () => {
    const { status, stderr } = await run(['explain', 'xyzzy']);
    expect(status).toBe(2);
    for (const id of PROFILE_IDS) expect(stderr).toContain(id);
  });

  it('says why no rule evidences a control, where none does', async () => {
    const { stdout } = await run(['explain', 'GOV-13']);
    expect(stdout).toContain('Rules        none. The bundle is written by the pipeline after');
  });

  it('answers an id that is no longer in use with what replaced it', async () => {
    const { status, stdout } = await run(['explain', 'workspace-volumes-encrypted']);
    expect(status).toBe(0);
    expect(stdout).toContain('workspace-volumes-encrypted  is no longer in use');
    expect(stdout).toContain('Replaced by  workspace-root-volume-encrypted, workspace-user-volume-encrypted');
  });

  it.each([
    ['net02', 'NET-02'],
    ['rds-public', 'rds-not-public'],
    ['NET', 'NET-01'],
  ])('suggests what was meant by %s', async (id, meant) => {
    const { status, stdout, stderr } = await run(['explain', id]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(meant);
  });

  it('tells a finding of a saved result', async () => {
    const path = scratch.write('bad.json', template({ Database: publicDatabase() }));
    const result = scratch.path('result.json');
    const { stdout } = await run(['gate', path, '--format', 'json']);
    scratch.write('result.json', stdout);
    const { findings }: { findings: { id: string; rule: string }[] } = JSON.parse(stdout);
    const id = findings.find(({ rule }) => rule === 'rds-not-public')?.id ?? '';
    const told = await run(['explain', id, '--result', result]);
    expect(told.status).toBe(0);
    expect(told.stdout).toContain('Where');
    expect(told.stdout).toContain('bad.json:8:');
    expect(told.stdout).toContain('WKL-01  Database not public');

    expect((await run(['explain', id])).stderr).toContain('--result FILE');
    const unknown = await run(['explain', '0000000000000000', '--result', result]);
    expect(unknown).toMatchObject({ status: 2, stderr: expect.stringContaining('holds no finding') });
  });

  it.each([
    ['is missing', () => scratch.path('none.json')],
    ['holds something else', () => scratch.write('other.json', { hello: 1 })],
  ])('exits 2 when the saved result %s', async (_, path) => {
    const { status, stderr } = await run(['explain', '0000000000000000', '--result', path()]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lionrock: [^\n]+\n$/);
  });
});
