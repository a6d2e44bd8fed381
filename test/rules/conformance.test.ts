import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlById } from '../../lib/controls';
import { ruleById, RULES, TEMPLATE } from '../../lib/rules';
import { casesOf, tabulated } from './case-table';

const FOLDER = join(__dirname, '..', '..', 'lib', 'rules');
const families = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('rules', () => {
  test('have ids of their own, and are found by them', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(RULES.filter((rule) => ruleById(rule.id) !== rule)).toEqual([]);
  });

  test('every file of a rule is in the list, and every table belongs to a rule', () => {
    const files = families
      .flatMap(({ name }) => readdirSync(join(FOLDER, name)).map((file) => join(name, file)))
      .filter((file) => readFileSync(join(FOLDER, file), 'utf8').includes(': Rule = {'))
      .map((file) => file.replace(/^.*\//, '').replace(/\.ts$/, ''));
    const ids = RULES.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(files.toSorted());
    expect(tabulated().filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(RULES)('$id is complete', (rule) => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(controlById(rule.control)?.id).toBe(rule.control);
    expect(rule.message).toMatch(/^[A-Z].*\.$/s);
    expect(rule.remediation).toMatch(/^[A-Z].*\.$/s);
    expect(rule.types.length).toBeGreaterThan(0);
    const places = families.filter(({ name }) => existsSync(join(FOLDER, name, `${rule.id}.ts`)));
    expect(places).toHaveLength(1);
    // What an assembly says of a stack, and what a template claims, is plain: nothing in it is left to resolve.
    const isPlain = rule.types.every((type) => type === TEMPLATE);
    const outcomes = new Set(casesOf(rule.id).map(({ expect: outcome }) => outcome));
    expect([...outcomes]).toEqual(expect.arrayContaining(['fail', 'pass', ...(isPlain ? [] : ['unknown'])]));
  });

  test('cover the four families with at least 25 rules', () => {
    const areas = RULES.map(({ control }) => controlById(control)?.area);
    const counts = ['network-zones', 'data-residency', 'logging', 'key-management'].map(
      (family) => areas.filter((area) => area === family).length,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(25);
  });
});
