// Packs Lionrock, installs the package in an empty CDK project, and uses it there as a stranger would.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What is exported for CDK, loaded and counted. */
function allExports(families) {
  const imports = families.map((name) => `import * as ${name} from 'lionrock/${name}';`).join('\n');
  const counts = families.map((name) => `Object.keys(${name}).length`).join(', ');
  return `import { profileById } from 'lionrock';
${imports}
console.log(profileById('hk-s17').title, [${counts}].every((count) => count > 0));
`;
}

/** The code of the READMEs of all families, as a stranger would copy it, by the name of what it exports. */
function readmeExamples() {
  return readdirSync('constructs', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const readme = readFileSync(join('constructs', name, 'README.md'), 'utf8');
      const found = [...readme.matchAll(/```ts\n([^]*?)```/g)].flatMap(([, code]) => {
        const [, exported] = /export function (\w+)/.exec(code) ?? [];
        return exported === undefined ? [] : [{ name: exported, code }];
      });
      if (found.length === 0) throw new Error(`constructs/${name}/README.md: expected an example, found none`);
      return found;
    });
}

/** An app for each example, in a folder of its own. */
function appOf(examples) {
  const names = examples.map(({ name }) => name);
  return `import { App } from 'aws-cdk-lib';
${names.map((name) => `import { ${name} } from './${name}';`).join('\n')}
for (const [name, make] of Object.entries({ ${names.join(', ')} })) {
  const app = new App({ outdir: 'out/' + name });
  make(app);
  app.synth();
}
`;
}

/** Statuses with which the gate may end, by its verdict. */
const STATUS = { pass: 0, unknown: 2 };

/** The gate finds nothing wrong with an example; what it cannot tell of a part alone is unknown. */
function judge(name) {
  const report = join(folder, `${name}.gate.json`);
  const args = ['lionrock', 'gate', join('out', name), '--format', `json=${report}`, '--quiet'];
  const { status, stderr } = spawnSync('npx', args, { cwd: folder, encoding: 'utf8' });
  if (!existsSync(report)) throw new Error(`the gate ended with ${status} on ${name} and wrote no result:\n${stderr}`);
  const { verdict, summary, errors } = JSON.parse(readFileSync(report, 'utf8'));
  // Guardrails are judged as a part of their estate only.
  const unread = errors.filter(({ kind }) => kind !== 'nothing-evaluated');
  const found = `${summary.pass} passed, ${summary.unknown} unknown, ${summary.fail} failed`;
  need(
    status === STATUS[verdict] && summary.fail === 0 && unread.length === 0,
    `the gate says ${verdict} of ${name} and ends with ${status}: ${found}`,
  );
}

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

  const families = Object.keys(manifest.exports)
    .filter((name) => /^\.\/[a-z]+$/.test(name))
    .map((name) => name.slice(2));
  writeFileSync(join(folder, 'exports.ts'), allExports(families));
  const examples = readmeExamples();
  for (const { name, code } of examples) writeFileSync(join(folder, `${name}.ts`), code);
  writeFileSync(join(folder, 'app.ts'), appOf(examples));
  const strict = ['--strict', '--module', 'node16', '--moduleResolution', 'node16', '--target', 'es2022'];
  run('npx', ['tsc', ...strict, '--skipLibCheck', '--types', 'node', 'exports.ts', 'app.ts']);
  need(run('node', ['exports.js']).includes('Hong Kong SAR Government true'), 'every export is typed, loads and works');
  run('node', ['app.js']);
  need(examples.length > 0, `the ${examples.length} examples of the READMEs are typed and synthesize`);
  for (const { name } of examples) judge(name);
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
