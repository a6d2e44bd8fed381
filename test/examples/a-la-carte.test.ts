import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { unacknowledged } from '../support/compliance';

const FOLDER = join(__dirname, '../../examples/a-la-carte');
const FAMILIES = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, ''));

function build(family: string): Stack {
  const module: Record<string, (app: App) => Stack> = require(join(FOLDER, `${family}.ts`));
  const example = module[`${family}Example`];
  if (!example) throw new Error(`${family}.ts exports no ${family}Example`);
  return example(new App());
}

test('each family of constructs has an example, and its README shows it', () => {
  const families = readdirSync(join(__dirname, '../../constructs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(FAMILIES.toSorted()).toEqual(families.toSorted());
  for (const family of families) {
    expect(readFileSync(join(__dirname, '../../constructs', family, 'README.md'), 'utf8')).toContain(
      `${family}Example`,
    );
  }
});

describe.each(FAMILIES)('%s, alone in a CDK app', (family) => {
  const stack = build(family);

  test('makes resources that the packs accept', () => {
    expect(Object.keys(Template.fromStack(stack).toJSON()['Resources']).length).toBeGreaterThan(0);
    expect(unacknowledged(stack)).toEqual([]);
  });
});
