import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resultSchema } from '../../lib/report';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const one = scratch.write('one/T.template.json', template({ Database: publicDatabase() }));
const two = scratch.write(
  'two/Renamed.json',
  `\n\n${JSON.stringify(template({ Other: publicDatabase(), Database: publicDatabase() }))}`,
);

const result = async (...args: readonly string[]) => {
  const { status, stdout, stderr } = await run(['gate', ...args, '--format', 'json']);
  return { status, stderr, document: stdout === '' ? undefined : resultSchema.parse(JSON.parse(stdout)) };
};

describe('--baseline', () => {
  it('tells new, fixed and unchanged findings, over renamed files, moved lines and reordered resources', async () => {
    const { document } = await result(two, '--baseline', one);
    const { findings = [], baseline } = document ?? {};
    const isOfOther = findings.filter(({ logicalId }) => logicalId === 'Other');
    expect(isOfOther.length).toBeGreaterThan(3);
    expect(isOfOther.every(({ baselineState }) => baselineState === 'new')).toBe(true);
    expect(
      findings
        .filter(({ logicalId }) => logicalId === 'Database')
        .every(({ baselineState }) => baselineState === 'unchanged'),
    ).toBe(true);
    expect(baseline).toEqual({ new: isOfOther.length, fixed: 0, unchanged: findings.length - isOfOther.length });
    expect((await result(one, '--baseline', two)).document?.baseline).toMatchObject({
      new: 0,
      fixed: isOfOther.length,
    });
  });

  it.each([
    ['all', one, 1],
    ['critical', one, 1],
    ['new', one, 0],
    ['new', two, 1],
  ])('with --fail-on %s', async (failOn, path, expected) => {
    const { status } = await result(path, '--baseline', one, '--fail-on', failOn, '--max-unknown', '9');
    expect(status).toBe(expected);
  });

  it('reads a saved result', async () => {
    const saved = scratch.path('saved.json');
    await run(['gate', one, '--quiet', '--format', `json=${saved}`]);
    const { status, document } = await result(one, '--baseline', saved, '--fail-on', 'new', '--max-unknown', '9');
    expect(status).toBe(0);
    expect(document?.baseline).toMatchObject({ new: 0, fixed: 0 });
  });

  it.each([
    ['nothing', 'missing.json'],
    ['no template', scratch.write('empty.json', '{}')],
    ['half a template', scratch.write('half.json', '{"Resources": {')],
    ['no such revision', 'no-such-revision:cdk.out'],
    ['what would be an option', '--output=x:y'],
    ['a result of another kind', scratch.write('other.json', { schemaVersion: '1', findings: 3 })],
  ])('that is %s exits 2, and says so', async (_, path) => {
    const { status, document } = await result(one, `--baseline=${path}`);
    expect(status).toBe(2);
    expect(document).toMatchObject({ verdict: 'unknown' });
    expect(document?.errors).toMatchObject([{ kind: 'baseline', path }]);
  });

  it('is needed for --fail-on new', async () => {
    const { status, stderr } = await run(['gate', one, '--fail-on', 'new']);
    expect(status).toBe(2);
    expect(stderr).toContain('--fail-on new needs --baseline');
  });

  it('stands in the text', async () => {
    expect((await run(['gate', two, '--baseline', one])).stdout).toMatch(
      /\nBaseline {3}\d+ new, 0 fixed, \d+ unchanged\n/,
    );
  });
});

describe('--baseline of a git revision', () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd: scratch.folder,
      stdio: 'pipe',
    });
  const inFolder = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = process.cwd();
    process.chdir(scratch.folder);
    try {
      return await work();
    } finally {
      process.chdir(before);
    }
  };

  beforeAll(() => {
    git('init', '-q', '-b', 'main');
    git('add', 'one', 'two');
    git('commit', '-q', '-m', 'x');
  });

  it.each(['main:one', 'git:main:one', 'HEAD:one/T.template.json', 'main:./one'])('%s is read', async (path) => {
    const { status, document } = await inFolder(() => result('two', '--baseline', path, '--fail-on', 'new'));
    expect(status).toBe(1);
    expect(document?.errors).toEqual([]);
    expect(document?.baseline?.new).toBeGreaterThan(3);
  });

  it('names files of the baseline by the revision', async () => {
    const { stdout } = await inFolder(() => run(['gate', 'one', '--baseline', 'main:two', '--format', 'markdown']));
    expect(stdout).toContain('Fixed since the baseline');
    expect(stdout).not.toContain('lionrock-baseline-');
  });

  it('that does not hold the path exits 2', async () => {
    expect((await inFolder(() => result('one', '--baseline', 'main:three'))).status).toBe(2);
  });
});

it('the schema of results describes what is written', () => {
  expect(readFileSync('docs/generated/findings.schema.json', 'utf8')).toContain('"baselineState"');
});
