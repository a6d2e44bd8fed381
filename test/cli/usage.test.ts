import { readFileSync } from 'node:fs';
import { run } from './support/run';

const COMMANDS = [
  'init',
  'allocate',
  'validate',
  'synth',
  'gate',
  'oscal',
  'prove',
  'diff',
  'review',
  'access-review',
  'waiver',
  'explain',
  'doctor',
  'deploy',
  'drift',
  'destroy',
];
const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('help and version', () => {
  it.each([[[]], ...COMMANDS.map((command) => [[command]]), [['prove', 'reachability']]])(
    'work at the level of "lionrock %s"',
    async (command) => {
      const help = await run([...command, '--help']);
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help.stdout).toContain(['Usage: lionrock', ...command].join(' '));
      expect(help.stdout).toContain('Exit status: 0 pass, 1 fail, 2 could not decide');
      expect(help.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(await run([...command, '--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    },
  );

  it('advertise the commands that work, and no others', async () => {
    const { stdout } = await run(['--help']);
    const listed = stdout.split('\n').flatMap((line) => /^ {2}([a-z][a-z-]*) .*/.exec(line)?.[1] ?? []);
    expect(listed).toEqual(COMMANDS);
  });
});

describe('wrong usage', () => {
  it.each<[string, string[], RegExp]>([
    ['no command', [], /Usage: lionrock/],
    ['an unknown command', ['gaet'], /Did you mean gate\?/],
    ['an unknown option', ['gate', '--baselin', 'x'], /unknown option '--baselin'/],
    ['an option without its value', ['gate', '--format'], /argument missing/],
    ['an unknown format', ['gate', '--format', 'xml'], /Expected text, json, sarif/],
    ['two formats on standard output', ['gate', '--format', 'text', '--format', 'json'], /Only one format/],
    ['two formats in one file', ['gate', '--format', 'json=x', '--format', 'csv=x'], /x holds json already/],
    ['an unknown severity', ['gate', '--fail-on', 'awful'], /Expected all, new, critical/],
    ['a negative number', ['gate', '--max-unknown', '-1'], /Expected a whole number/],
    ['an unknown region', ['gate', '--region', 'ap-east-9'], /name of an AWS region/],
    ['a short account id', ['gate', '--account', '1234'], /12 digits/],
    ['a time that is none', ['gate', '--now', '2026-02-30T'], /Expected a time/],
    ['a month that is none', ['gate', '--now', '2026-13-01'], /Expected a time/],
    ['an unknown profile', ['gate', '--profile', 'mars'], /unknown profile "mars": expected hk-s17/],
    ['an unknown id', ['explain', 'NTE-02'], /did you mean NET-02/],
    ['no id', ['explain'], /missing required argument/],
    ['too many arguments', ['validate', 'x'], /too many arguments/],
  ])('%s: exit 2, said on standard error', async (_, args, message) => {
    const { status, stdout, stderr } = await run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
