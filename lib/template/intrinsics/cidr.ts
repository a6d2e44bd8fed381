import { addressText, parseCidr, type Cidr } from '../../model';
import { asNumber } from '../scalar';
import type { Scope } from '../resolve/scope';
import { Reference, Unknown, type Value } from '../value';
import { combine } from './combine';
import { malformed } from './malformed';

/** Most blocks that one call makes; CloudFormation's own limit. */
const MAX_COUNT = 256;

/** `Fn::Cidr`: `[block, count, host bits]`; 8 host bits unless given, as in CloudFormation. */
export function cidr(argument: unknown, scope: Scope): Value | undefined {
  if (!Array.isArray(argument) || argument.length < 2) return malformed('Fn::Cidr', '[block, count, host bits]');
  const operands = argument.slice(0, 3).map((item: unknown) => scope.resolve(item));
  return combine(operands, ([block, count, bits = 8]) => {
    for (const operand of [block, count, bits]) {
      if (operand instanceof Unknown)
        return new Unknown(`a block is cut from what is not known: ${operand.reason}`, operand.source);
      if (operand instanceof Reference)
        return new Unknown(`a block is cut from what ${operand.logicalId} makes at deployment`);
    }
    const parsed = typeof block === 'string' ? parseCidr(block) : undefined;
    return parsed
      ? blocks(parsed, asNumber(count) ?? 0, asNumber(bits) ?? -1)
      : malformed('Fn::Cidr', 'an address block');
  });
}

function blocks(block: Cidr, count: number, bits: number): Value {
  const total = block.family === 4 ? 32 : 128;
  const prefix = total - bits;
  if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT)
    return malformed('Fn::Cidr', `a count from 1 to ${MAX_COUNT}`);
  if (!Number.isInteger(bits) || bits < 1 || prefix < block.prefix)
    return malformed('Fn::Cidr', `host bits that fit ${block.text}`);
  const size = 1n << BigInt(bits);
  if (block.first + size * BigInt(count) - 1n > block.last)
    return malformed('Fn::Cidr', `${count} blocks that fit ${block.text}`);
  return Array.from(
    { length: count },
    (_, index) => `${addressText(block.family, block.first + size * BigInt(index))}/${prefix}`,
  );
}
