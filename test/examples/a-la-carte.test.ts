import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { unacknowledged } from '../support/compliance';

const FOLDER = join(__dirname, '../../examples/a-la-carte');
const NAMES = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, ''));

/** Function of an example: of `network-hub` it is `networkHubExample`. */
const exportOf = (name: string) => `${name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Example`;

/** Family of an example: of `network-hub` it is `network`. */
const familyOf = (name: string) => name.split('-')[0] ?? name;

function build(name: string): Stack {
  const module: Record<string, (app: App) => Stack> = require(join(FOLDER, `${name}.ts`));
  const example = module[exportOf(name)];
  if (!example) throw new Error(`${name}.ts exports no ${exportOf(name)}`);
  return example(new App());
}

test('each family of constructs has an example, and its README shows it', () => {
  const families = readdirSync(join(__dirname, '../../constructs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect([...new Set(NAMES.map(familyOf))].toSorted()).toEqual(families.toSorted());
  for (const name of NAMES) {
    const readme = readFileSync(join(__dirname, '../../constructs', familyOf(name), 'README.md'), 'utf8');
    expect(readme).toContain(exportOf(name));
  }
});

describe.each(NAMES)('%s, alone in a CDK app', (name) => {
  const stack = build(name);

  test('makes resources that the packs accept', () => {
    expect(Object.keys(Template.fromStack(stack).toJSON()['Resources']).length).toBeGreaterThan(0);
    expect(unacknowledged(stack)).toEqual([]);
  });
});
