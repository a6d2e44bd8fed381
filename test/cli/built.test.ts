import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import type { Result } from '../../lib/model';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { BuiltCli } from './support/built-cli';

// Each test starts processes.
jest.setTimeout(60_000);

const scratch = new Scratch();
const cli = new BuiltCli();
afterAll(() => scratch.clean());

const bad = scratch.write('bad.json', template({ Database: publicDatabase() }));

/** Writes which modules were loaded when the process ends. */
const spy = (file: string) =>
  scratch.write(
    'spy.js',
    `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(file)}, Object.keys(require.cache).join('\\n')));`,
  );

describe('the command line as it is installed', () => {
  it.each<[string, string[], number]>([
    ['passes --version', ['--version'], 0],
    ['fails', ['gate', bad], 1],
    ['cannot decide', ['gate', 'missing.json'], 2],
    ['does not understand', ['gate', '--nonsense'], 2],
  ])('%s: the exit status of the process', (_, args, expected) => {
    expect(cli.run(args).status).toBe(expected);
  });

  it.each<[string, string[]]>([
    ['--help', ['--help']],
    ['--version', ['--version']],
    ['gate', ['gate', bad]],
    ['explain', ['explain', 'NET-02']],
    ['validate', ['validate', '-c', bad]],
    ['synth of a wrong config', ['synth', '-c', bad]],
  ])('%s never loads the CDK', (_, args) => {
    const file = scratch.path('loaded.txt');
    cli.run(args, { preload: spy(file) });
    const loaded = readFileSync(file, 'utf8').split('\n');
    expect(loaded.length).toBeGreaterThan(10);
    expect(loaded.filter((path) => /node_modules\/(aws-cdk-lib|constructs|cdk-nag|@aws-sdk)\//.test(path))).toEqual([]);
  });

  it.each([['--version'], ['--help']])('%s loads hardly anything', (option) => {
    const file = scratch.path('loaded.txt');
    cli.run([option], { preload: spy(file) });
    const packages = readFileSync(file, 'utf8').match(/node_modules\/(?!\.cache)[^/]+/g) ?? [];
    expect([...new Set(packages)]).toEqual(['node_modules/commander']);
  });

  it('keeps its exit status when the reader of its output goes away', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`D${index}`, publicDatabase()]));
    const large = scratch.write('large.json', template(many));
    const child = spawn(process.execPath, [cli.script, 'gate', large, '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('cannot decide when its output takes nothing, whatever the verdict', () => {
    const closed = openSync(bad, 'r');
    const { status, stderr } = spawnSync(process.execPath, [cli.script, 'gate', bad], {
      stdio: ['ignore', closed, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(closed);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lionrock: cannot write to the output: .*\n$/);
  });

  it('writes all of a large result into a pipe', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`D${index}`, publicDatabase()]));
    const { stdout } = cli.run(['gate', scratch.write('large.json', template(many)), '--format', 'json']);
    expect(stdout.length).toBeGreaterThan(500_000);
    expect(JSON.parse(stdout).verdict).toBe('fail');
  });

  it('tells an internal error in one line, and its stack when asked', () => {
    const broken = scratch.write(
      'throw.js',
      "Object.defineProperty(String.prototype, 'padEnd', { value: () => { throw new Error('boom\\nsecond line'); } });",
    );
    const { status, stdout, stderr } = cli.run(['gate', bad], { preload: broken });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('lionrock: internal error: boom (LIONROCK_DEBUG=1 shows where)\n');
    const debug = cli.run(['gate', bad], { preload: broken, env: { LIONROCK_DEBUG: '1' } });
    expect(debug.status).toBe(2);
    expect(debug.stderr).toMatch(/^lionrock: internal error: Error: boom\n[\s\S]*\n {4}at /);
  });

  it('goes all the way: init, validate, synth, gate with the config as authority', () => {
    const cwd = scratch.path('way');
    mkdirSync(cwd);
    expect(cli.run(['init'], { cwd }).status).toBe(0);
    expect(cli.run(['validate'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    const synth = cli.run(['synth', '--account', 'audit'], { cwd });
    expect(synth.stderr).toBe('');
    expect(synth.stdout).toMatch(
      /^cdk\.out: 1 account, \d+ stacks, \d+ resources\ncheck it: lionrock gate cdk\.out -c landing-zone\.yaml\n$/,
    );
    const { stdout } = cli.run(['gate', '-c', 'landing-zone.yaml', '--format', 'json', '--include-passed'], { cwd });
    const { findings, errors }: Result = JSON.parse(stdout);
    const markers = findings.filter(({ rule }) => rule.startsWith('marker-'));
    expect(errors).toEqual([]);
    expect(markers.length).toBeGreaterThan(2);
    expect(markers.filter(({ status }) => status !== 'pass')).toEqual([]);
  });

  it('says the same of the same input, in any folder of work, but for the paths', () => {
    const relative = cli.run(['gate', 'bad.json', '--format', 'json'], { cwd: scratch.folder });
    const again = cli.run(['gate', 'bad.json', '--format', 'json'], { cwd: scratch.folder });
    expect(relative.stdout).toBe(again.stdout);
    expect(JSON.parse(relative.stdout).inputs[0].path).toBe('bad.json');
  });
});
