import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { resultSchema } from '../../lib/report';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const bad = scratch.write('bad.json', template({ Database: publicDatabase() }));
const good = scratch.write(
  'good.json',
  template({ Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/queue' } } }),
);
const open = scratch.write(
  'open.json',
  template(
    { Database: { Type: 'AWS::RDS::DBInstance', Properties: { PubliclyAccessible: { Ref: 'Public' } } } },
    { Parameters: { Public: { Type: 'String' } } },
  ),
);
const lenient = ['--fail-on', 'critical', '--max-unknown', '9'];

describe('exit status', () => {
  it.each<[string, string[], number]>([
    ['what passes', [good, ...lenient], 0],
    ['what fails', [bad], 1],
    ['what fails, beside a missing file', [bad, 'missing.json'], 1],
    ['a missing file', ['missing.json'], 2],
    ['a missing file beside what passes', [good, 'missing.json', ...lenient], 2],
    ['more unknown than allowed', [open, '--fail-on', 'critical', '--max-unknown', '0'], 2],
    ['no more unknown than allowed', [open, '--fail-on', 'critical', '--max-unknown', '9'], 0],
    ['a config that cannot be read', [good, '-c', 'missing.yaml'], 2],
    ['a config that is wrong', [good, '-c', scratch.write('wrong.yaml', 'version: 1\n')], 1],
    ['parameters that cannot be read', [good, '--parameters', 'missing.json'], 2],
  ])('%s', async (_, args, expected) => {
    expect((await run(['gate', ...args])).status).toBe(expected);
  });

  it('of cdk.out, which is judged when nothing is named, is 2 when there is none', async () => {
    const before = process.cwd();
    process.chdir(scratch.folder);
    try {
      const { status, stdout, stderr } = await run(['gate']);
      expect(status).toBe(2);
      expect(stdout).toContain('ERROR  cdk.out (read)');
      expect(stderr).toMatch(/^lionrock: there is no cdk\.out here: run "lionrock synth"/);
    } finally {
      process.chdir(before);
    }
  });
});

const counts = async (...args: string[]) => {
  const { findings, summary } = resultSchema.parse(
    JSON.parse((await run(['gate', bad, '--format', 'json', ...args])).stdout),
  );
  return [findings.filter(({ status }) => status === 'pass').length, summary.pass];
};

describe('formats', () => {
  it('prints text for people, and nothing on standard error without a terminal', async () => {
    const { stdout, stderr } = await run(['gate', bad]);
    expect(stdout).toMatch(/^FAIL {5}critical {2}rds-not-public/);
    expect(stdout).toMatch(/\nVerdict {4}FAIL/);
    expect(stderr).toBe('');
  });

  it('prints JSON by the schema alone when asked for it', async () => {
    const { stdout } = await run(['gate', bad, '--format', 'json']);
    expect(resultSchema.parse(JSON.parse(stdout)).verdict).toBe('fail');
  });

  it('writes files, in folders that it makes, and text beside them', async () => {
    const file = scratch.path('results/deep/result.json');
    const { stdout } = await run(['gate', bad, '--format', `json=${file}`, '--format', `text=${file}.txt`]);
    expect(resultSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).summary.fail).toBeGreaterThan(0);
    expect(readFileSync(`${file}.txt`, 'utf8')).toBe(stdout);
  });

  it('exits 2 when a file cannot be written', async () => {
    const { status, stderr } = await run(['gate', good, ...lenient, '--format', `json=${good}/x.json`]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lionrock: cannot write .*x\.json/);
  });

  it('lists what passes only when asked', async () => {
    const [listed, passed] = await counts('--include-passed');
    expect(listed).toBe(passed);
    expect(await counts()).toEqual([0, passed]);
  });
});

describe('output', () => {
  it('is the same, byte for byte, for the same input and time', async () => {
    const args = ['gate', bad, open, '--format', 'json', '--now', '2026-11-23'];
    expect((await run(args)).stdout).toBe((await run(args)).stdout);
  });

  it('is quiet when asked: nothing but the formats, errors on standard error', async () => {
    expect(await run(['gate', bad, '--quiet'], { tty: true })).toEqual({ status: 1, stdout: '', stderr: '' });
    const { stdout, stderr } = await run(['gate', 'missing.json', '--quiet'], { tty: true });
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^lionrock: missing\.json: /);
    expect((await run(['gate', bad, '--quiet', '--format', 'text'])).stdout).toContain('Verdict');
  });

  const escape = String.fromCodePoint(27);
  it.each<[string, Record<string, string>, boolean, boolean]>([
    ['on a terminal', {}, true, true],
    ['in a terminal without colours', { NO_COLOR: '1' }, false, true],
    ['in a dumb terminal', { TERM: 'dumb' }, false, true],
    ['in a pipeline', { CI: 'true' }, false, false],
  ])('%s', async (_, env, colour, progress) => {
    const { stdout, stderr } = await run(['gate', bad], { tty: true, env });
    expect(stdout.includes(escape)).toBe(colour);
    expect(stderr.includes('gate: 1 of 1')).toBe(progress);
    expect(/in \d+\.\d s\n$/.test(stderr)).toBe(progress);
  });
});

describe('what templates cannot say', () => {
  it.each([
    ['a map', { Public: false }],
    ['a map under Parameters', { Parameters: { Public: 'false' } }],
    ['the list of the AWS command line', [{ ParameterKey: 'Public', ParameterValue: 'false' }]],
    ['YAML', 'Public: false\n'],
  ])('comes from --parameters: %s', async (_, content) => {
    const file = scratch.write('parameters.json', content);
    const { stdout } = await run(['gate', open, '--parameters', file, '--format', 'json', '--include-passed']);
    const { findings } = resultSchema.parse(JSON.parse(stdout));
    expect(findings.find(({ rule }) => rule === 'rds-not-public')?.status).toBe('pass');
  });

  it.each([
    ['text', 'just text'],
    ['a nested map', { Public: { deep: true } }],
    ['a list of something else', [{ Name: 'Public' }]],
    ['what breaks off', '{"Public": false'],
    ['what cannot be parsed as a whole', '{"Public": "false" oops'],
    ['a name that stands twice', '{"Public": "true", "Public": "false"}'],
  ])('is refused in another form: %s', async (_, content) => {
    const { status, stderr } = await run(['gate', open, '--parameters', scratch.write('odd.json', content)]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lionrock: .*odd\.json: /);
  });
});

describe('the time of the judgement', () => {
  const flow = { id: 'dated', from: 'internet', to: 'perimeter/internet-dmz', protocol: 'tcp', ports: [443] };
  const expiring = { ...flow, reason: 'Only until the old portal is gone', expires: '2036-12-31' };

  /** The config that `init` writes, with a flow that expires. */
  async function configWithFlow(): Promise<string> {
    const folder = scratch.path('config');
    await run(['init', folder]);
    const config: { network: { flows: object[] } } = parse(readFileSync(`${folder}/landing-zone.yaml`, 'utf8'));
    config.network.flows.push(expiring);
    return scratch.write('config/with-flow.yaml', config);
  }

  it.each<[string, string[], Record<string, string>, string]>([
    ['--now', ['--now', '2037-01-01'], {}, 'fail'],
    ['SOURCE_DATE_EPOCH', [], { SOURCE_DATE_EPOCH: '2114380800' }, 'fail'],
    ['--now before SOURCE_DATE_EPOCH', ['--now', '2036-12-31'], { SOURCE_DATE_EPOCH: '2114380800' }, 'pass'],
  ])('is that of %s', async (_, args, env, status) => {
    const claims = { Metadata: { Lionrock: { flows: [expiring] } } };
    const path = scratch.write('flow.json', template({ Queue: { Type: 'AWS::SQS::Queue' } }, claims));
    const options = ['-c', await configWithFlow(), '--format', 'json', '--include-passed', ...args];
    const { stdout, stderr } = await run(['gate', path, ...options], { env });
    expect(stderr).toBe('');
    const { findings } = resultSchema.parse(JSON.parse(stdout));
    expect(findings.find(({ rule }) => rule === 'flow-current')?.status).toBe(status);
  });

  it.each([
    ['2036-12-30', [], ['rule-announced']],
    ['2036-12-31', ['fail'], []],
  ])('decides on %s whether a rule blocks that the config announces', async (now, statuses, kinds) => {
    await run(['init', scratch.path('config')]);
    const config: object = parse(readFileSync(scratch.path('config/landing-zone.yaml'), 'utf8'));
    const file = scratch.write('config/announced.yaml', {
      ...config,
      blocksFrom: { 'rds-not-public': '2036-12-31' },
    });
    const { stdout } = await run(['gate', bad, '-c', file, '--format', 'json', '--now', now]);
    const { findings, warnings } = resultSchema.parse(JSON.parse(stdout));
    const found = findings.filter(({ rule }) => rule === 'rds-not-public');
    expect(found.map(({ status }) => status)).toEqual(statuses);
    expect(warnings.filter(({ message }) => message.startsWith('rds-not-public')).map(({ kind }) => kind)).toEqual(
      kinds,
    );
  });

  it('is refused when it is none', async () => {
    const { status, stderr } = await run(['gate', good], { env: { SOURCE_DATE_EPOCH: 'yesterday' } });
    expect(status).toBe(2);
    expect(stderr).toContain('expected seconds since 1970');
  });
});

describe('--profile', () => {
  it.each([
    ['a built-in profile', 'us-fedramp-high'],
    ['the file of an organisation', 'examples/profiles/us-agency.yaml'],
  ])('takes %s', async (_, profile) => {
    const { stdout } = await run(['gate', bad, '--format', 'json', '--profile', profile]);
    expect(resultSchema.parse(JSON.parse(stdout)).profile).toBe(profile.replace(/^.*\/|\.yaml$/g, ''));
  });

  it('lists what exists when there is none of that id', async () => {
    const { status, stderr } = await run(['gate', bad, '--profile', 'us-fedramp']);
    expect(status).toBe(2);
    expect(stderr).toContain('expected hk-s17, au-ism-protected');
  });

  it('exits 1 when the file is wrong, and says where', async () => {
    const file = scratch.write(
      'loose.yaml',
      'id: loose\nextends: hk-s17\nsource: Nobody\nceilings:\n  public: SECRET\n',
    );
    const { status, stderr } = await run(['gate', bad, '--profile', file]);
    expect(status).toBe(1);
    expect(stderr).toContain('loose.yaml:5:');
    expect(stderr).toContain('S17 17.3.1');
  });
});
