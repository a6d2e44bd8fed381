import { Token, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import { joinBlocks, parseCidr, type Cidr } from '../../lib/model';

/** Versions of the internet protocol. */
export type Family = 4 | 6;

/** A block of addresses as a rule names it. */
export interface FamilyBlock {
  readonly family: Family;
  readonly text: string;
  /** Place among the blocks of its family, from 1. */
  readonly position: number;
}

/**
 * Parses an IPv4 block.
 * @throws Error that begins with `where` when the text is no block, has bits set after its prefix, or is IPv6: blocks
 * of the two families are stated apart.
 */
export function ipv4Block(where: string, text: string): Cidr {
  const block = parsed(where, text, 'an IPv4 address block such as 10.64.0.0/20');
  if (block.family === 4) return block;
  throw new Error(
    `${where}: found the IPv6 block ${text}, expected IPv4 alone; IPv6 addresses of zones and peers stand in ipv6, or ` +
      'ipv6Cidrs',
  );
}

/**
 * Parses an IPv6 block.
 * @throws Error that begins with `where` when the text is no block, has bits set after its prefix, or is IPv4.
 */
export function ipv6Block(where: string, text: string): Cidr {
  const block = parsed(where, text, 'an IPv6 address block such as fd12:3456:789a::/56');
  if (block.family === 6) return block;
  throw new Error(`${where}: found the IPv4 block ${text}, expected IPv6 alone; IPv4 addresses stand in cidrs`);
}

/** Parses a block of either family, where each says by itself which it is. @throws Error as `ipv4Block`. */
export function anyBlock(where: string, text: string): Cidr {
  return parsed(where, text, 'an address block such as 10.64.0.0/20');
}

function parsed(where: string, text: string, expected: string): Cidr {
  const block = parseCidr(text);
  if (block) return block;
  throw new Error(`${where}: found "${text}", expected ${expected} with no bits set after the prefix`);
}

/** A block as the destination of a route. */
export function destinationOf(
  cidr: string,
): Pick<ec2.CfnRouteProps, 'destinationCidrBlock' | 'destinationIpv6CidrBlock'> {
  return parseCidr(cidr)?.family === 6 ? { destinationIpv6CidrBlock: cidr } : { destinationCidrBlock: cidr };
}

/**
 * The fewest blocks that cover exactly the same addresses: neighbours are joined, never widened. Each rule of a
 * network ACL counts against a quota, so zones cut from one aligned block need one rule instead of one a subnet.
 * Blocks that are only known at deployment are kept as they are.
 *
 * @throws Error that begins with `where` when a block is malformed or of the other family.
 */
export function joinedBlocks(where: string, texts: readonly string[], family: Family = 4): string[] {
  if (texts.some((text) => Token.isUnresolved(text))) return [...new Set(texts)];
  const parse = family === 4 ? ipv4Block : ipv6Block;
  return joinBlocks(texts.map((text) => parse(where, text))).map((block) => block.text);
}

/** Blocks of both families, those of IPv6 only where there are any; see `joinedBlocks`. */
export function joinedFamilies(where: string, cidrs: readonly string[], ipv6Cidrs: readonly string[]): FamilyBlock[] {
  const of = (family: Family, texts: readonly string[]) =>
    joinedBlocks(where, texts, family).map((text, index): FamilyBlock => ({ family, text, position: index + 1 }));
  return [...of(4, cidrs), ...of(6, ipv6Cidrs)];
}
