import { controlById } from '../../lib/controls';
import { CLAIM_RULES } from '../../lib/gate';
import { currentIds, RETIRED, retiredById, ruleById } from '../../lib/rules';

const isInUse = (id: string): boolean =>
  ruleById(id) !== undefined || controlById(id) !== undefined || CLAIM_RULES.some((rule) => rule.id === id);

describe('retired ids', () => {
  test('are found by their id, and are each told once', () => {
    expect(new Set(RETIRED.map(({ id }) => id)).size).toBe(RETIRED.length);
    expect(RETIRED.filter((entry) => retiredById(entry.id) !== entry)).toEqual([]);
  });

  test.each(RETIRED)('$id is used for nothing else, and leads to what is in use', ({ id, since, why }) => {
    expect(isInUse(id)).toBe(false);
    expect(since).toMatch(/^\d{4}\.\d{2}$/);
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect(currentIds(id).filter((current) => !isInUse(current))).toEqual([]);
  });

  test('an id in use stands for itself', () => {
    expect(currentIds('rds-not-public')).toEqual(['rds-not-public']);
  });
});
