import type { ReachabilityProperty } from '../../model';
import { wrap, type Paint } from '../layout';

/** Counterexamples that are told one by one. */
const SHOWN = 12;

/** A property that holds or not, with what shows it, in 80 columns. */
export function propertyLines(
  { name, answer, counterexamples }: ReachabilityProperty,
  paint: Paint,
): readonly string[] {
  const colour = { yes: paint.good, no: paint.bad, unknown: paint.doubt }[answer];
  const more = counterexamples.length - SHOWN;
  return [
    ...wrap(`${answer.toUpperCase()}  ${name}`, 0).map(colour),
    ...counterexamples.slice(0, SHOWN).flatMap((text) => wrap(text, 2)),
    ...(more > 0 ? [paint.dim(`  … and ${more} more; --format json lists all`)] : []),
    '',
  ];
}
