import { readFileSync } from 'node:fs';
import { residencyExample } from '../../../examples/a-la-carte/residency';
import { temporaryApp } from './support';

test('the example stays inside its boundary', () => {
  const app = temporaryApp();
  residencyExample(app);
  expect(app.synth().stacks).toHaveLength(1);
});

test.each(['keys', 'logging', 'logging-archive', 'residency', 'residency-exchange'])(
  'a README shows the example %s as it is',
  (name) => {
    const example = readFileSync(`examples/a-la-carte/${name}.ts`, 'utf8');
    const shown = example
      .replaceAll(/'\.\.\/\.\.\/constructs\/(\w+)'/g, "'lionrock/$1'")
      .replace("'../../lib/profiles'", "'lionrock'")
      .trim();
    expect(readFileSync(`constructs/${name.split('-')[0]}/README.md`, 'utf8')).toContain(shown);
  },
);
