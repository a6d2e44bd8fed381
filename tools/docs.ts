// Writes the generated documentation and tables; with --check it only compares, and exits 1 when anything drifted.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { architectureDocs } from './docs/architecture';
import { cdkNagPacks } from './docs/cdk-nag-packs';
import { cliDocs } from './docs/cli';
import { componentDocs } from './docs/components';
import { configDocs } from './docs/config';
import { driftDocs } from './docs/drift';
import { integrationDocs } from './docs/integrations';
import { knownHandlers } from './docs/known-handlers';
import { networkCostsDocs } from './docs/network-costs';
import { evidenceDocs } from './docs/evidence';
import { packsDocs } from './docs/packs';
import { profilesDocs } from './docs/profiles';
import { residencyDocs } from './docs/residency';
import { rulesDocs } from './docs/rules';

/** Path, from the root of the repository, to content. */
const documents: Readonly<Record<string, string>> = {
  ...architectureDocs(),
  ...cdkNagPacks(),
  ...cliDocs(),
  ...componentDocs(),
  ...configDocs(),
  ...driftDocs(),
  ...integrationDocs(),
  ...knownHandlers(),
  ...networkCostsDocs(),
  ...evidenceDocs(),
  ...packsDocs(),
  ...profilesDocs(),
  ...residencyDocs(),
  ...rulesDocs(),
};

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  for (const [path, content] of Object.entries(documents)) {
    const formatted = await format(content, { ...(await resolveConfig(path)), filepath: path });
    if (current(path) === formatted) continue;
    if (check) {
      console.error(`${path} is out of date: run "npm run docs" and commit the result`);
      process.exitCode = 1;
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, formatted);
    console.log(`wrote ${path}`);
  }
}

void main();
