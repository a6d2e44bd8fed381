import { mkdirSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEngines } from '../../../lib/packs/engines';
import { Scratch } from '../../gate/support/scratch';

jest.setTimeout(60_000);

const scratch = new Scratch();
afterAll(() => scratch.clean());

/** A folder with these packages of this project, and no other. */
function folderWith(name: string, packages: readonly string[]): string {
  mkdirSync(scratch.path(`${name}/node_modules`), { recursive: true });
  for (const each of packages) symlinkSync(resolve('node_modules', each), scratch.path(`${name}/node_modules/${each}`));
  return scratch.path(name);
}

describe('packs that were asked for', () => {
  it('share one engine where they share a load', async () => {
    const guard = scratch.write('ours.guard', 'rule R { Resources exists }');
    const engines = await loadEngines(['AwsSolutions', guard, 'Serverless', 'schema', 'AwsSolutions']);
    expect(engines.map(({ id }) => id)).toEqual(['AwsSolutions, Serverless', `schema, ${guard}`]);
  });

  it.each(['nonsense', 'awssolutions', 'toString', 'ours.guards', ''])(
    '"%s" is told what is expected',
    async (name) => {
      await expect(loadEngines([name])).rejects.toThrow(
        `unknown pack "${name}": expected AwsSolutions, NIST.800.53.R5, NIST.800.53.R4, HIPAA.Security, PCI.DSS.321, Serverless, schema, a .guard file, or a folder of .guard files`,
      );
    },
  );

  it.each<[string, string, readonly string[]]>([
    ['AwsSolutions', 'aws-cdk-lib', []],
    ['AwsSolutions', 'cdk-nag', ['aws-cdk-lib']],
    ['schema', 'aws-cdk-lib', []],
  ])('%s without %s says what to install', async (pack, missing, there) => {
    const folder = folderWith(`without-${pack}-${missing}`, there);
    await expect(loadEngines([pack], folder)).rejects.toThrow(new RegExp(`needs the package ${missing}.*npm install`));
  });

  it('must not be silent', async () => {
    const folder = folderWith('silent', ['aws-cdk-lib', 'constructs']);
    scratch.write('silent/node_modules/cdk-nag/package.json', { name: 'cdk-nag', version: '3.0.2', main: 'index.js' });
    scratch.write('silent/node_modules/cdk-nag/index.js', 'exports.ServerlessChecks = class { validateScope() {} };');
    await expect(loadEngines(['Serverless'], folder)).rejects.toThrow(
      /pack Serverless is silent: .*npm ls aws-cdk-lib/,
    );
  });
});
