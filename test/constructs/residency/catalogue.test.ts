import { EGRESS_SETTINGS } from '../../../constructs/residency/egress-settings';
import { egressPathsOf } from '../../../lib/proofs/residency';

/** Constructs cannot read the prover’s catalogue: what they refuse must be in it all the same. */
test.each(EGRESS_SETTINGS)('the prover knows $type $path', ({ type, path }) => {
  const known = egressPathsOf(type);
  const wanted = path.replace(/\[\]$/, '');
  const isKnown = known.some((entry) => (path === '' ? entry.predicate !== 'absent' : entry.path === wanted));
  expect(isKnown).toBe(true);
});
