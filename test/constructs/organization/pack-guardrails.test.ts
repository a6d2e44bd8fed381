import fc from 'fast-check';
import { packGuardrails, type AttachedGuardrail } from '../../../constructs/organization';
import { GUARDRAIL_QUOTAS, type GuardrailType } from '../../../lib/model';

const ROOT = 'r-hk01';

function guardrail(name: string, padding = 10, targets = [ROOT], type: GuardrailType = 'SERVICE_CONTROL_POLICY') {
  const action = `service:${'x'.repeat(padding)}`;
  const document = {
    Version: '2012-10-17',
    Statement: [{ Sid: name, Effect: 'Deny', Action: action, Resource: '*' }],
  };
  return { guardrail: { name, type, description: `Denies ${name}`, document }, targets };
}

interface Document {
  readonly Statement: readonly { readonly Sid: string }[];
}

function sids(entry: AttachedGuardrail): string[] {
  const document: Document = JSON.parse(JSON.stringify(entry.guardrail.document));
  return document.Statement.map((statement) => statement.Sid);
}

describe('packGuardrails', () => {
  test('joins what has the same targets, in any order of targets', () => {
    const packed = packGuardrails([
      guardrail('b', 10, ['ou-hk01-security1', ROOT]),
      guardrail('a', 10, [ROOT, 'ou-hk01-security1']),
    ]);
    expect(packed.map(sids)).toEqual([['a', 'b']]);
    expect(packed[0]?.guardrail).toMatchObject({ name: 'a', description: 'Joined: a, b' });
  });

  test('keeps apart what has other targets or another type, and what is not a list of statements', () => {
    const tags = guardrail('tags', 10, [ROOT], 'TAG_POLICY');
    const resources = guardrail('resources', 10, [ROOT], 'RESOURCE_CONTROL_POLICY');
    const unit = guardrail('unit', 10, ['ou-hk01-security1']);
    const packed = packGuardrails([
      tags,
      resources,
      unit,
      guardrail('root'),
      guardrail('tags-2', 10, [ROOT], 'TAG_POLICY'),
    ]);
    expect(packed).toHaveLength(5);
  });

  test('does not join statements of the same name', () => {
    const twin = guardrail('twin');
    const other = { ...twin, guardrail: { ...twin.guardrail, name: 'other' } };
    expect(packGuardrails([twin, other])).toHaveLength(2);
  });

  test('loses no statement, stays within the quota and does not depend on the order', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 30 });
    const arbitrary = names.chain((list) =>
      fc.record({
        guardrails: fc.tuple(
          ...list.map((name) => fc.integer({ min: 1, max: 6_000 }).map((size) => guardrail(name, size))),
        ),
        seed: fc.integer(),
      }),
    );
    fc.assert(
      fc.property(arbitrary, ({ guardrails, seed }) => {
        const packed = packGuardrails(guardrails);
        expect(packed.flatMap(sids).toSorted()).toEqual(guardrails.map((entry) => entry.guardrail.name).toSorted());
        for (const entry of packed) {
          const size = JSON.stringify(entry.guardrail.document).length;
          expect(size).toBeLessThanOrEqual(GUARDRAIL_QUOTAS.SERVICE_CONTROL_POLICY.characters);
        }
        const shuffled = guardrails.toSorted((a, b) => hash(a.guardrail.name, seed) - hash(b.guardrail.name, seed));
        expect(packGuardrails(shuffled)).toEqual(packed);
      }),
      { seed: 20261124, numRuns: 100 },
    );
  });
});

function hash(text: string, seed: number): number {
  return text
    .split('')
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, Math.abs(seed) % 1_000_003);
}
