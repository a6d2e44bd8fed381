import fc from 'fast-check';
import { compareFindings } from '../../../lib/gate/baseline';
import { anyFindings } from '../../report/random-findings';
import { finding } from '../../report/support';

const states = (...[now, before]: Parameters<typeof compareFindings>) =>
  compareFindings(now, before).findings.map(({ baselineState }) => baselineState);

describe('findings against a baseline', () => {
  it.each([
    ['fail', 'fail', 'unchanged'],
    ['unknown', 'fail', 'new'],
    ['waived', 'fail', 'new'],
    ['pass', 'fail', 'new'],
    ['fail', 'unknown', 'unchanged'],
    ['waived', 'unknown', 'new'],
    ['fail', 'waived', 'unchanged'],
    ['waived', 'waived', 'unchanged'],
  ] as const)('what was %s and is %s is %s', (was, is, state) => {
    expect(states([finding({ status: is })], [finding({ status: was })])).toEqual([state]);
  });

  it('have no state when they pass', () => {
    expect(states([finding({ status: 'pass' })], [])).toEqual([undefined]);
  });

  it('are fixed when they are no more, or pass', () => {
    const before = [finding({ id: 'a' }), finding({ id: 'b' }), finding({ id: 'c', status: 'pass' })];
    const { fixed, counts } = compareFindings([finding({ id: 'a', status: 'pass' })], before);
    expect(fixed.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(counts).toEqual({ new: 0, fixed: 2, unchanged: 0 });
  });

  it('are each counted once, and nothing is new or fixed against itself', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          anyFindings.chain((all) => fc.constant(all[0] ?? finding())),
          { selector: ({ id }) => id },
        ),
        fc.uniqueArray(
          anyFindings.chain((all) => fc.constant(all[0] ?? finding())),
          { selector: ({ id }) => id },
        ),
        (now, before) => {
          const { counts, fixed } = compareFindings(now, before);
          expect(counts.new + counts.unchanged).toBe(now.filter(({ status }) => status !== 'pass').length);
          expect(counts.fixed).toBe(fixed.length);
          expect(compareFindings(now, now).counts).toMatchObject({ new: 0, fixed: 0 });
        },
      ),
      { numRuns: 50 },
    );
  });
});
