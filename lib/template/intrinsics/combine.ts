import { MAX_OPTIONS, oneOf } from '../possibilities';
import { OneOf, Unknown, type Value } from '../value';

/**
 * Applies a function to every combination of what its operands may be; an operand that is not set is undefined. More
 * combinations than can be listed: the operands with several values become unknown.
 */
export function combine(
  operands: readonly (Value | undefined)[],
  apply: (values: readonly (Value | undefined)[]) => Value | undefined,
): Value | undefined {
  const plain = operands.map((operand) => operand ?? undefined);
  let combinations: readonly (readonly (Value | undefined)[])[] = [plain];
  for (const [position, operand] of plain.entries()) {
    if (!(operand instanceof OneOf)) continue;
    if (combinations.length * operand.options.length > MAX_OPTIONS) return apply(plain.map(withoutOptions));
    combinations = combinations.flatMap((values) =>
      operand.options.map((option) => values.with(position, option ?? undefined)),
    );
  }
  return combinations.length === 1 ? apply(plain) : oneOf(combinations.map(apply));
}

function withoutOptions(operand: Value | undefined): Value | undefined {
  return operand instanceof OneOf ? new Unknown(`one of ${operand.options.length} values`) : operand;
}
