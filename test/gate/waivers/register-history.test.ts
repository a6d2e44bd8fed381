import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { stringify } from 'yaml';
import { registerHistory } from '../../../lib/gate';
import { Scratch } from '../support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const waiver = (id: string, change: object = {}) => ({
  id,
  rule: 'bucket-versioned',
  scope: { account: '111122223333' },
  reason: 'The supplier’s import job cannot write to versioned buckets',
  compensatingControl: 'Copied every night',
  riskOwner: 'owner@example.gov.hk',
  approver: 'ditso@example.gov.hk',
  ticket: 'SEC-1',
  issued: '2026-11-02',
  expires: '2026-11-27',
  ...change,
});

const [FOLDER, FILE] = [scratch.path('repository'), scratch.path('repository/waivers.yaml')];
const write = (...waivers: readonly object[]) => scratch.write('repository/waivers.yaml', stringify({ waivers }));

function git(day: string, ...args: readonly string[]): void {
  const at = `${day}T09:00:00+08:00`;
  const who = {
    GIT_COMMITTER_NAME: 'Wong',
    GIT_COMMITTER_EMAIL: 'w@x',
    GIT_AUTHOR_NAME: 'Lam',
    GIT_AUTHOR_EMAIL: 'l@x',
  };
  const env = { ...process.env, ...who, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at, GIT_CONFIG_GLOBAL: '/dev/null' };
  execFileSync('git', args, { cwd: FOLDER, stdio: 'pipe', env });
}

function commit(day: string): void {
  git(day, 'add', '--all');
  git(day, 'commit', '-m', 'Change the register');
}

const lines = () =>
  registerHistory([FILE]).changes.map(
    ({ at, kind, waiver: { id }, keys, reference }) =>
      `${at?.toISOString().slice(0, 10) ?? 'now'} ${kind} ${[id, ...keys].join(' ')}, ${reference.replace(/[0-9a-f]{8}/, '#')}`,
  );

test('each waiver that was entered, changed or taken out stands with its commit, across names of the file', () => {
  scratch.write('repository/old.yaml', stringify({ waivers: [waiver('W-1')] }));
  git('2026-11-01', 'init', '--quiet');
  commit('2026-11-02');
  renameSync(scratch.path('repository/old.yaml'), FILE);
  commit('2026-11-03');
  write(waiver('W-1', { expires: '2027-01-31', ticket: 'SEC-2' }), waiver('W-2'));
  commit('2026-11-10');
  write(waiver('W-2'));
  commit('2026-11-20');
  rmSync(FILE);
  commit('2026-11-21');
  write(waiver('W-2'));
  commit('2026-11-22');
  write(waiver('W-2'), waiver('W-3'));
  expect(lines()).toEqual([
    '2026-11-02 entered W-1, commit # by Wong',
    '2026-11-10 changed W-1 expires ticket, commit # by Wong',
    '2026-11-10 entered W-2, commit # by Wong',
    '2026-11-20 taken out W-1, commit # by Wong',
    '2026-11-21 taken out W-2, commit # by Wong',
    '2026-11-22 entered W-2, commit # by Wong',
    'now entered W-3, not committed',
  ]);
  expect(registerHistory([FILE]).gaps).toEqual([]);
});

test('a version that is no register leaves a gap, and nothing of it counts', () => {
  scratch.write('repository/waivers.yaml', 'waivers: [');
  commit('2026-11-23');
  write(waiver('W-2'));
  commit('2026-11-24');
  expect(lines().slice(-1)).toEqual(['2026-11-22 entered W-2, commit # by Wong']);
  expect(registerHistory([FILE]).gaps).toEqual([
    expect.stringMatching(/waivers\.yaml cannot be read as it was at commit [0-9a-f]{8} by Wong$/),
  ]);
});

test('what a repository cannot tell is said', () => {
  const loose = scratch.write('loose/waivers.yaml', stringify({ waivers: [waiver('W-1')] }));
  const fresh = scratch.write('repository/fresh.yaml', stringify({ waivers: [waiver('W-9')] }));
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${FOLDER}`, scratch.path('shallow')], {
    stdio: 'pipe',
  });
  const gaps = (file: string) => registerHistory([file]).gaps.join();
  expect(gaps(loose)).toMatch(/loose\/waivers\.yaml held before is not known: not a git repository/);
  expect(gaps(fresh)).toMatch(/fresh\.yaml held before is not known: it was never committed$/);
  expect(gaps(scratch.path('shallow/waivers.yaml'))).toMatch(/may be missing: the clone is shallow, fetch all of it$/);
});
