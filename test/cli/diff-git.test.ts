import { execFileSync } from 'node:child_process';
import { Scratch } from '../gate/support/scratch';
import { key, smallEstate } from '../gate/support/small-estate';
import { run } from './support/run';

const scratch = new Scratch();
const home = process.cwd();
afterAll(() => {
  process.chdir(home);
  scratch.clean();
});

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
    cwd: scratch.folder,
    stdio: 'pipe',
  });

beforeAll(() => {
  scratch.write('cdk.out/One.template.json', smallEstate());
  scratch.write('cdk.out/Two.template.json', { Resources: { Key: key() } });
  scratch.write('empty/landing-zone.yaml', 'name: x\n');
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'x');
  scratch.write('cdk.out/One.template.json', smallEstate({ Key: key({ EnableKeyRotation: false }) }));
  git('commit', '-q', '-a', '-m', 'y');
  process.chdir(scratch.folder);
});

describe('lionrock diff of git revisions', () => {
  it.each([
    [['HEAD~1:cdk.out', 'cdk.out']],
    [['--git', 'HEAD~1', 'cdk.out']],
    [['--git', 'HEAD~1', './cdk.out/']],
    [['--git', 'HEAD~1', scratch.path('cdk.out')]],
    [['HEAD~1:cdk.out', 'HEAD:cdk.out']],
    [['HEAD~1:cdk.out/One.template.json', 'git:HEAD:cdk.out/One.template.json']],
  ])('%j', async (args) => {
    const { status, stdout } = await run(['diff', ...args, '--fail-on', 'weakened']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Protection\n {2}weaker +Key \(AWS::KMS::Key\): EnableKeyRotation is false, was true/);
    expect(stdout).not.toContain('lionrock-baseline-');
  });

  it('the other way round names the files of the later revision', async () => {
    const { stdout } = await run(['diff', 'cdk.out', 'HEAD~1:cdk.out', '--format', 'json']);
    expect(stdout).toContain('"template": "HEAD~1:cdk.out/One.template.json"');
    expect(stdout).not.toContain('lionrock-baseline-');
  });

  it.each([
    ['a revision that is not there', ['main2:cdk.out', 'cdk.out'], /fetch that revision first/],
    ['a path that is not there', ['HEAD:other', 'cdk.out'], /templates must be committed there/],
    ['a folder without templates', ['HEAD:empty', 'cdk.out'], /templates must be committed there/],
    ['a later revision that is not there', ['cdk.out', 'main2:cdk.out'], /fetch that revision first/],
    ['one path alone', ['cdk.out'], /expected BEFORE and AFTER, or --git REV and one path/],
  ])('%s says what is wrong, and exits 2', async (_, args, message) => {
    const { status, stdout, stderr } = await run(['diff', ...args]);
    expect(status).toBe(2);
    expect(`${stdout}${stderr}`.replaceAll(/\s+/g, ' ')).toMatch(message);
  });
});
