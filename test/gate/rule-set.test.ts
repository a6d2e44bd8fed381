import { CLAIM_RULES, gate, ruleSet, versionOf } from '../../lib/gate';
import { profileById } from '../../lib/profiles';
import { RULES } from '../../lib/rules';
import { publicDatabase, template } from './support/databases';
import { Scratch } from './support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

describe('the rule set', () => {
  test('holds every rule of the gate', () => {
    expect(ruleSet()).toHaveLength(RULES.length + CLAIM_RULES.length);
  });

  test('stands in every result by its version', async () => {
    const path = scratch.write('bad.json', template({ Database: publicDatabase() }));
    const { tool } = await gate({ inputs: [path], profile: profileById('hk-s17') });
    expect(tool.ruleSet).toMatch(/^\d{4}\.\d{2}\+[0-9a-f]{8}$/);
    expect(tool.ruleSet).toBe(versionOf(ruleSet()));
  });

  test.each([
    ['a rule is added', [...ruleSet(), { id: 'new', control: 'NET-01', category: 'logging', severity: 'low' }]],
    ['a rule is withdrawn', ruleSet().slice(1)],
    ['a severity changes', ruleSet().map((entry, index) => (index === 0 ? { ...entry, severity: 'none' } : entry))],
    ['a rule is announced', ruleSet().map((entry) => ({ ...entry, blocksFrom: '2099-01-01' }))],
  ])('has another version when %s', (_, entries) => {
    expect(versionOf(entries)).not.toBe(versionOf(ruleSet()));
  });
});
