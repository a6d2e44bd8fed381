import { filtersOf } from '../engine';
import { groupNames, hop } from '../explain';
import type { Exit, Network } from '../network';
import { intersect } from '../packets';
import type { Leg } from './leg';

/** A connection to a relay, held against the security groups that judge it besides those of what it came to. */
export function admitted(network: Network, { admits }: Pick<Exit, 'admits'>, leg: Leg): Leg {
  let result = leg;
  for (const { by, name, origin } of admits) {
    if (!by || result.answer === 'no') continue;
    const may = intersect(result.seen.may, filtersOf(network, 'may').groups(by, 'ingress', 'with'));
    const must = intersect(result.seen.must, filtersOf(network, 'must').groups(by, 'ingress', 'with'));
    const seen = { may, must };
    if (may.length === 0) {
      const block = hop(groupNames(by), by.groups[0]?.origin ?? origin, `no rule lets this in to ${name}`);
      result = { ...result, seen, answer: 'no', blockedBy: [block] };
    } else if (must.length === 0 && result.answer === 'yes') {
      result = {
        ...result,
        seen,
        answer: 'unknown',
        unresolved: [...result.unresolved, ...by.reasons, ...ruleReasons(by)],
      };
    } else result = { ...result, seen };
  }
  return result;
}

function ruleReasons({ groups }: NonNullable<Exit['admits'][number]['by']>): readonly string[] {
  return groups.flatMap(({ ingress }) =>
    ingress.flatMap(({ traffic, addresses }) => [...traffic.reasons, ...addresses.reasons]),
  );
}
