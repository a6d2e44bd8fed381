import { CONTROLS, controlById } from '../../lib/controls';
import { CLAIM_RULES } from '../../lib/gate';
import { CATEGORIES, SEVERITIES } from '../../lib/model';
import { RULES } from '../../lib/rules';

/** Clauses are cited only in the form that the documents use. */
const CLAUSE_FORMS: Readonly<Record<string, RegExp>> = {
  s17: /^\d+(\.\d+)*$/,
  g3: /^[\dA-Z][\w. ]*(\([a-z]+\))*$/,
  'nist-800-53r5': /^[a-z]{2}-\d+(\.\d+)?$/,
  'iso-27001': /^A\.\d+\.\d+$/,
  'cis-aws-v5': /^\d+(\.\d+)*$/,
  'cis-aws-v7': /^\d+(\.\d+)*$/,
};

describe('the catalogue', () => {
  test('holds each control once', () => {
    expect(CONTROLS.length).toBeGreaterThanOrEqual(124);
    expect(new Set(CONTROLS.map(({ id }) => id)).size).toBe(CONTROLS.length);
    expect(CONTROLS.filter((control) => controlById(control.id) !== control)).toEqual([]);
    expect(controlById('NET-99')).toBeUndefined();
  });

  test.each(CONTROLS)('$id is complete', (control) => {
    expect(control.id).toMatch(/^[A-Z]{3}-\d{2}$/);
    expect(control.statement).toMatch(/\.$/);
    expect(CATEGORIES).toContain(control.category);
    expect(SEVERITIES).toContain(control.severity);
    expect(control.classifications.length).toBeGreaterThan(0);
    expect(control.frameworks.length).toBeGreaterThan(0);
    for (const { framework, clauses, status } of control.frameworks) {
      const form = CLAUSE_FORMS[framework];
      expect(clauses.filter((clause) => !form?.test(clause))).toEqual([]);
      expect(status).not.toBe('');
    }
  });

  test.each(CONTROLS)('$id has rules, or says why it has none', ({ id, uncovered }) => {
    const rules = [...RULES, ...CLAIM_RULES].filter(({ control }) => control === id);
    const reasons = uncovered === undefined ? [] : [uncovered];
    expect(rules.length > 0 ? reasons : reasons.length).toEqual(rules.length > 0 ? [] : 1);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  });

  test.each([
    ['RES-15', 'critical'],
    ['NET-14', 'high'],
    ['NET-11', 'medium'],
    ['GOV-12', 'low'],
  ])('rates %s %s, as docs/severity.md explains', (id, severity) => {
    expect(controlById(id)?.severity).toBe(severity);
  });
});
