// `npm run guard-test`: the rules of the Guard hook against cfn-guard itself. Each must agree with the rule that it was made
// of on that rule's own cases, and none may refuse a template of the example. Needs cfn-guard on PATH, or in CFN_GUARD.
// Exits 1 when they contradict each other, 2 without cfn-guard. docs/hook.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardFile } from '../constructs/organization';
import { loadConfig } from '../lib/config';
import { synthesize } from '../lib/landing-zone';
import { guardRules, RULES, type GuardRule } from '../lib/rules';
import { cfnGuardVersion, judgeFolder } from './guard/cfn-guard';
import { contradiction, guardCases } from './guard/rule-cases';
import { templatesOf } from './guard/templates-of';

const CONFIG = 'examples/hk-government/landing-zone.yaml';
const MADE = guardRules(RULES);

/** Compares one rule over its cases; returns how many cases there were, and what contradicts. */
function compare(made: GuardRule, scratch: string): { cases: number; wrong: readonly string[] } {
  const { rule } = made;
  const cases = guardCases(rule);
  const folder = join(scratch, rule);
  mkdirSync(folder);
  writeFileSync(`${folder}.guard`, guardFile([made]));
  for (const [index, { template }] of cases.entries())
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(template));
  const failed = judgeFolder(folder, `${folder}.guard`);
  const wrong = cases.flatMap((each, index) => {
    const why = contradiction(each, (failed.get(`${index}.json`) ?? []).length > 0);
    return why === undefined ? [] : [`${rule}, "${each.name}": ${why}`];
  });
  return { cases: cases.length, wrong };
}

/** The templates of the example, those of its stack sets too; returns how many there are, and what is refused. */
function judgeExample(scratch: string): { templates: number; refused: readonly string[] } {
  const loaded = loadConfig(CONFIG);
  if (loaded.kind !== 'loaded') throw new Error(`${CONFIG} cannot be loaded`);
  const outdir = join(scratch, 'assembly');
  synthesize({ config: loaded.config, profile: loaded.profile, configFolder: loaded.folder, outdir });
  const templates = [...templatesOf(outdir)];
  const folder = join(scratch, 'example');
  mkdirSync(folder);
  for (const [index, [, text]] of templates.entries()) writeFileSync(join(folder, `${index}.json`), text);
  writeFileSync(`${folder}.guard`, guardFile(MADE));
  const refused = [...judgeFolder(folder, `${folder}.guard`)].flatMap(([name, rules]) =>
    rules.map((rule) => `${templates[Number.parseInt(name, 10)]?.[0] ?? name}: refused by ${rule}`),
  );
  return { templates: templates.length, refused };
}

function main(): number {
  const { version, missing } = cfnGuardVersion();
  if (version === undefined) {
    console.error(missing);
    return 2;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'lionrock-guard-test-'));
  try {
    const compared = MADE.map((rule) => compare(rule, scratch));
    const wrong = compared.flatMap((each) => each.wrong);
    const { templates, refused } = judgeExample(scratch);
    for (const line of [...wrong, ...refused]) console.log(line);
    const cases = compared.reduce((sum, each) => sum + each.cases, 0);
    console.log(`${version}: ${MADE.length} rules, ${cases} cases, ${wrong.length} contradict`);
    console.log(`${templates} templates of the example, ${refused.length} refused`);
    return wrong.length + refused.length > 0 || templates === 0 ? 1 : 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

process.exitCode = main();
