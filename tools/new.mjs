// `npm run new -- KIND NAME`: writes the files that a recipe of CONTRIBUTING.md begins with. Never overwrites.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const pascal = (name) => name.replaceAll(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const camel = (name) => pascal(name).replace(/^./, (letter) => letter.toLowerCase());
const upTo = (path) => '../'.repeat(path.split('/').length);

/** Each kind: what its name looks like, and the files it begins with. */
const KINDS = {
  rule: {
    form: /^[a-z0-9-]+\/[a-z0-9-]+$/,
    example: 's3/s3-bucket-encrypted',
    files: (name) => ({
      [`lib/rules/${name}.ts`]: `import type { Rule } from '../rule';

/** Say what the rule decides, what CloudFormation's default is, and the source of the requirement. */
export const ${camel(basename(name))}: Rule = {
  id: '${basename(name)}',
  control: '',
  message: '',
  remediation: '',
  types: [],
  scope: 'resource',
  evaluate: () => ({ status: 'unknown', because: 'the predicate is not written' }),
};
`,
      [`test/cases/rules/${basename(name)}.json`]: `[
  { "name": "violating", "resources": {}, "logicalId": "", "expect": "fail" },
  { "name": "compliant", "resources": {}, "logicalId": "", "expect": "pass" },
  { "name": "unresolved", "resources": {}, "logicalId": "", "expect": "unknown" }
]
`,
    }),
  },
  construct: {
    form: /^[a-z-]+\/[a-z0-9-]+$/,
    example: 'logging/query-log',
    files: (name) => ({
      [`constructs/${name}.ts`]: `import { Construct } from 'constructs';

export interface ${pascal(basename(name))}Props {}

/** Say what it makes, how it is hardened, and which control each property evidences. */
export class ${pascal(basename(name))} extends Construct {
  constructor(scope: Construct, id: string, _props: ${pascal(basename(name))}Props) {
    super(scope, id);
  }
}
`,
      [`test/constructs/${name}.test.ts`]: `import { App, Stack } from 'aws-cdk-lib';
import { ${pascal(basename(name))} } from '${upTo(`test/constructs/${dirname(name)}`)}constructs/${name}';
import { unacknowledged } from '${upTo(`constructs/${dirname(name)}`)}support/compliance';

describe('${pascal(basename(name))}', () => {
  test('the packs find nothing that is not acknowledged', () => {
    const stack = new Stack(new App(), 'Test');
    new ${pascal(basename(name))}(stack, '${pascal(basename(name))}', {});
    expect(unacknowledged(stack)).toEqual([]);
  });
});
`,
    }),
  },
  profile: {
    form: /^[a-z0-9-]+$/,
    example: 'uk-ncsc-csp',
    files: (name) => ({
      [`lib/profiles/${name}/profile.ts`]: `import { levelsZonesAndRetentionNotStated } from '../not-stated';
import type { Profile } from '../profile';
import { WAIVER_DAYS } from '../waiver-days';

const SOURCE = '';

/** Name the jurisdiction and the documents; what they state replaces what is not stated. */
export const profile: Profile = {
  id: '${name}',
  title: '',
  framework: '',
  partition: 'aws',
  regions: [],
  globalServicesRegion: 'us-east-1',
  ...levelsZonesAndRetentionNotStated(SOURCE),
  waiverDays: WAIVER_DAYS,
  timeZone: '',
  absentTypes: {},
  provenance: {
    framework: { status: 'from memory', source: SOURCE },
    regions: { status: 'ours', source: '' },
    classification: { status: 'not stated', source: SOURCE },
    zones: { status: 'not stated', source: SOURCE },
  },
  notes: [],
};
`,
    }),
  },
};

const [kind, name] = process.argv.slice(2);
const recipe = KINDS[kind];
if (!recipe || !name || !recipe.form.test(name)) {
  const forms = Object.entries(KINDS).map(([key, { example }]) => `  npm run new -- ${key} ${example}`);
  console.error(`usage: npm run new -- KIND NAME, for example\n${forms.join('\n')}`);
  process.exit(2);
}
const files = Object.entries(recipe.files(name));
const taken = files.map(([path]) => path).filter((path) => existsSync(path));
if (taken.length > 0) {
  console.error(`nothing written, these exist: ${taken.join(', ')}`);
  process.exit(1);
}
for (const [path, content] of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  console.log(`wrote ${path}`);
}
