import { existsSync, readFileSync } from 'node:fs';
import type { AccessReview } from '../../lib/model';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const CONFIG = ['-c', 'examples/hk-government/landing-zone.yaml', '--now', '2026-08-31T20:00:00Z'];
const marker = (account: string) => ({
  landingZone: 'hk-government',
  profile: 'hk-s17',
  deploymentModel: 'public',
  account,
  classification: 'UNCLASSIFIED',
  personalData: false,
  systemTier: 2,
  capability: 'identity',
});
const template = (account: string, resources: object) =>
  JSON.stringify({ Metadata: { Lionrock: { marker: marker(account) } }, Resources: resources });

const ROLE = {
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: 'on-call',
    MaxSessionDuration: 7200,
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { AWS: 'arn:aws:iam::110000000001:role/officer|on-duty' },
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        },
      ],
    },
  },
};

const network = scratch.write('network.template.json', template('network', { OnCall: ROLE }));

async function list(...options: string[]) {
  const { status, stdout } = await run(['access-review', network, ...CONFIG, '--format', 'json', ...options]);
  return { status, review: JSON.parse(stdout) as AccessReview };
}

describe('lionrock access-review', () => {
  it('lists privileged roles of systems of tier 2 and above, and when it is due again', async () => {
    const { review } = await list();
    expect(review).toMatchObject({ landingZone: 'hk-government', tier: 2, made: '2026-09-01', next: '2027-03-01' });
    expect(review.accounts.every(({ systemTier }) => systemTier >= 2)).toBe(true);
    const account = review.accounts.find(({ account: name }) => name === 'network');
    expect(account).toMatchObject({ isRead: true, systemTier: 2 });
    expect(account?.access).toEqual([
      expect.objectContaining({
        kind: 'role',
        name: 'on-call',
        who: ['110000000001:role/officer|on-duty'],
        may: expect.arrayContaining(['everything', 'stop logging']),
        limits: expect.arrayContaining(['sessions of 2 h']),
      }),
    ]);
  });

  it('cannot vouch for accounts of which nothing was read', async () => {
    const { status, review } = await list();
    expect(status).toBe(2);
    expect(review.accounts.some(({ isRead }) => !isRead)).toBe(true);
  });

  it('lists all systems when asked for', async () => {
    const [all, grave] = [(await list('--tier', '1')).review, (await list('--tier', '3')).review];
    expect(all.accounts.length).toBeGreaterThan(grave.accounts.length);
    expect(all.accounts.some(({ systemTier }) => systemTier === 1)).toBe(true);
  });

  it('writes a document to fill in, in which nothing of a template is markup', async () => {
    const file = scratch.path('access.md');
    const { stdout } = await run(['access-review', network, ...CONFIG, '-o', file]);
    expect(stdout).toBe(`wrote ${file}\n`);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^# Privileged access to systems of tier 2 and above: hk-government\n/);
    expect(text).toContain('the next list is due by 2027-03-01');
    expect(text).toMatch(/## network \(tier 2/);
    expect(text).toContain(String.raw`role/officer\|on-duty`);
    expect(text).toContain('| Keep? | Checked by, on |');
    expect(text).toContain('**No template of this account was read');
  });

  it('needs the config, which knows the tiers', async () => {
    const { status, stderr } = await run(['access-review', network]);
    expect(status).toBe(2);
    expect(stderr).toContain('access-review needs -c FILE');
    expect(existsSync(scratch.path('lionrock-review.html'))).toBe(false);
  });
});
