import { Token } from 'aws-cdk-lib';
import { joinBlocks, parseCidr, type Cidr } from '../../lib/model';

/**
 * Parses an IPv4 block.
 * @throws Error that begins with `where` when the text is no block, has bits set after its prefix, or is IPv6: a
 * network of this library speaks one address family.
 */
export function ipv4Block(where: string, text: string): Cidr {
  const block = parseCidr(text);
  if (!block) {
    throw new Error(
      `${where}: found "${text}", expected an IPv4 address block such as 10.64.0.0/20 with no bits set after the prefix`,
    );
  }
  if (block.family !== 4) {
    throw new Error(`${where}: found the IPv6 block ${text}, expected IPv4: the network has no IPv6 addresses`);
  }
  return block;
}

/**
 * The fewest blocks that cover exactly the same addresses: neighbours are joined, never widened. Each rule of a
 * network ACL counts against a quota, so zones cut from one aligned block need one rule instead of one a subnet.
 * Blocks that are only known at deployment are kept as they are.
 *
 * @throws Error that begins with `where` when a block is malformed or IPv6.
 */
export function joinedBlocks(where: string, texts: readonly string[]): string[] {
  if (texts.some((text) => Token.isUnresolved(text))) return [...new Set(texts)];
  return joinBlocks(texts.map((text) => ipv4Block(where, text))).map((block) => block.text);
}
