import { linkSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Result } from '../../lib/model';
import { Scratch } from '../gate/support/scratch';
import { BuiltCli } from './support/built-cli';
import { run } from './support/run';

jest.setTimeout(120_000);

const scratch = new Scratch();
afterAll(() => scratch.clean());

const file = scratch.write('bucket.json', { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } });

describe('gate --pack', () => {
  it('adds the findings of the pack to ours', async () => {
    const { status, stdout } = await run(['gate', file, '--pack', 'AwsSolutions', '--format', 'json']);
    const { findings, verdict }: Result = JSON.parse(stdout);
    expect({ status, verdict }).toEqual({ status: 1, verdict: 'fail' });
    expect(findings.find(({ rule }) => rule === 'AwsSolutions-S1')).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      logicalId: 'Bucket',
      control: 'LOG-08',
      frameworks: expect.any(Object),
    });
    expect(findings.some(({ rule }) => !rule.startsWith('AwsSolutions-'))).toBe(true);
  });

  it('is repeatable, and lists what passes when asked to', async () => {
    const packs = ['--pack', 'AwsSolutions', '--pack', 'NIST.800.53.R5'];
    const { stdout } = await run(['gate', file, ...packs, '--include-passed', '--format', 'json']);
    const { findings, summary }: Result = JSON.parse(stdout);
    const passed = findings.filter(({ status }) => status === 'pass');
    expect(passed).toHaveLength(summary.pass);
    expect(passed.some(({ rule }) => rule.startsWith('AwsSolutions-'))).toBe(true);
    expect(findings.some(({ rule }) => rule.startsWith('NIST.800.53.R5-'))).toBe(true);
  });

  it.each([
    [
      'a pack that nobody knows',
      'Nonsense',
      /^lionrock: unknown pack "Nonsense": expected AwsSolutions, .*schema.*\n$/,
    ],
    ['rules that are not there', 'gone.guard', /^lionrock: --pack gone\.guard cannot be read: ENOENT.*\n$/],
  ])('cannot decide with %s', async (_, pack, message) => {
    const { status, stdout, stderr } = await run(['gate', file, '--pack', pack]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('gate --pack as it is installed', () => {
  it('cannot decide beside a second copy of aws-cdk-lib, and says what to do', () => {
    const { folder } = new BuiltCli();
    const cli = new BuiltCli(join(dirname(folder), 'second-copy'));
    linkFolder(folder, cli.folder);
    linkFolder(resolve('node_modules/aws-cdk-lib'), join(cli.folder, 'node_modules/aws-cdk-lib'));
    const { status, stdout, stderr } = cli.run(['gate', file, '--pack', 'AwsSolutions']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^lionrock: pack AwsSolutions is silent: .*"npm ls aws-cdk-lib" must show one copy/);
    // The prover itself needs no CDK.
    expect(cli.run(['gate', file]).status).toBe(1);
  });
});

/** A copy of a package in every respect that Node.js sees: files with paths of their own. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) linkFolder(join(from, entry.name), join(to, entry.name));
    else if (entry.isFile() && !entry.name.endsWith('.d.ts')) linkSync(join(from, entry.name), join(to, entry.name));
  }
}
