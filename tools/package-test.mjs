// Packs Lionrock, installs the package in an empty CDK project, and uses it there as a stranger would.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'lionrock-package-'));
const run = (command, args, cwd = folder) => {
  console.log(`$ ${command} ${args.join(' ')}`);
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CDK_VALIDATION: 'false' },
  });
};
const need = (condition, message) => {
  if (!condition) throw new Error(message);
  console.log(`ok: ${message}`);
};

try {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], process.cwd()));
  console.log(`packed ${packed.filename}: ${packed.files.length} files, ${Math.round(packed.size / 1024)} KiB`);
  run('npx', ['publint', '--strict', join(folder, packed.filename)], process.cwd());

  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true, type: 'commonjs' }));
  const versions = ['aws-cdk-lib', 'constructs', 'cdk-nag'].map((name) => `${name}@${manifest.devDependencies[name]}`);
  const tools = ['@types/node', '@typescript/native'].map((name) => `${name}@${manifest.devDependencies[name]}`);
  run('npm', [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    join(folder, packed.filename),
    ...versions,
    ...tools,
  ]);

  writeFileSync(
    join(folder, 'app.ts'),
    `import { App, Stack } from 'aws-cdk-lib';
import { profileById } from 'lionrock';
${Object.keys(manifest.exports)
  .filter((name) => /^\.\/[a-z]+$/.test(name))
  .map((name) => `import * as ${name.slice(2)} from 'lionrock/${name.slice(2)}';`)
  .join('\n')}
const app = new App({ outdir: 'cdk.out' });
const stack = new Stack(app, 'Keys');
new keys.DepartmentKey(stack, 'Key', {
  department: 'office',
  purpose: 'data',
  classification: 'UNCLASSIFIED',
  administrators: ['key-administrator'],
  breakGlassRoles: ['break-glass'],
});
console.log(profileById('hk-s17').title, [${Object.keys(manifest.exports)
      .filter((name) => /^\.\/[a-z]+$/.test(name))
      .map((name) => `Object.keys(${name.slice(2)}).length`)
      .join(', ')}].every((count) => count > 0));
app.synth();
`,
  );
  run('npx', [
    'tsc',
    '--strict',
    '--module',
    'node16',
    '--moduleResolution',
    'node16',
    '--target',
    'es2022',
    '--skipLibCheck',
    '--types',
    'node',
    'app.ts',
  ]);
  need(run('node', ['app.js']).includes('Hong Kong SAR Government true'), 'every export is typed, loads and works');
  need(run('npx', ['lionrock', '--version']).trim() === manifest.version, 'the command is installed');
  need(
    run('node', [
      '-e',
      "require('lionrock'); console.log(Object.keys(require.cache).some((p) => p.includes('aws-cdk-lib')))",
    ]).trim() === 'false',
    'importing lionrock does not load aws-cdk-lib',
  );
  run('npx', ['lionrock', 'init', 'zone']);
  run('npx', ['lionrock', 'validate', '-c', join('zone', 'landing-zone.yaml')]);
  need(true, 'init writes a config that validates');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
