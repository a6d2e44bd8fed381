import { blockOf, cidrsOverlap, errorText, parseCidr, ZonePlaces, type Cidr } from '../../model';
import { pathText } from '../problem';
import { isWanted, WANTED } from '../schema';
import type { Path } from '../source';
import { AddressFile, AllocationError, type AddressDraft, type DraftVpc } from './draft';
import { FreeBlocks, type Held } from './free';

/** Prefix lengths of VPCs that say none. */
const USUAL = { ipv4: 21, ipv6: 56 };
/** Smallest subnet that AWS accepts, and what an attachment takes. */
const SMALLEST = 28;

/** A block that was given. */
export interface GivenBlock {
  /** `accounts[3].vpcs[0].cidr`. */
  readonly path: string;
  /** Whose it is: `e-services-prod (e-services)`. */
  readonly owner: string;
  readonly blocks: readonly string[];
}

export interface AllocatedAddresses {
  readonly given: readonly GivenBlock[];
  /** The config with the blocks in it; all else is as it was. */
  readonly text: string;
}

/**
 * Gives blocks to the VPCs and subnets of a config that want some, where it says `auto`: the lowest free block of the
 * address space, in the order of the accounts, and in it for each zone of the profile's model and each availability zone
 * a place of its own. What is stated stays, so that a block that was once given never moves.
 * @param file as messages name it
 * @throws AllocationError when none is free, naming who asks and who holds what, or the config cannot be used for it.
 */
export function allocateAddresses(content: string, file: string): AllocatedAddresses {
  const config = new AddressFile(content, file);
  const { draft } = config;
  const spaces = {
    ipv4: new FreeBlocks('network.addressSpace', draft.network.addressSpace, heldBlocks(draft, 'cidr')),
    ipv6: new FreeBlocks(
      'network.ipv6.addressSpace',
      draft.network.ipv6?.addressSpace ?? [],
      heldBlocks(draft, 'ipv6'),
    ),
  };
  const given = draft.accounts.flatMap((account, index) =>
    account.vpcs.flatMap((vpc, position) => {
      const asked = { vpc, owner: ownerOf(account, vpc), path: ['accounts', index, 'vpcs', position] };
      return allocateVpc(asked, config, spaces);
    }),
  );
  for (const { path, blocks, isList } of given) config.enter(path, isList ? blocks : (blocks[0] ?? ''));
  return {
    given: given.map(({ owner, blocks, path }) => ({ owner, blocks, path: pathText(path) })),
    text: config.text(),
  };
}

interface Asked {
  readonly vpc: DraftVpc;
  readonly owner: string;
  readonly path: Path;
}

interface Entry {
  readonly owner: string;
  readonly path: Path;
  readonly blocks: readonly string[];
  /** True where a list is to stand in its place. */
  readonly isList: boolean;
}

function allocateVpc(
  { vpc, owner, path }: Asked,
  config: AddressFile,
  { ipv4, ipv6 }: { readonly ipv4: FreeBlocks; readonly ipv6: FreeBlocks },
): Entry[] {
  const whole = WANTED.exec(vpc.cidr);
  const six = WANTED.exec(vpc.ipv6 ?? '');
  const block = whole ? ipv4.give(owner, Number(whole[1] ?? USUAL.ipv4)) : parseCidr(vpc.cidr);
  const wanted = subnetsWanted(vpc);
  if (wanted.length > 0 && !block) throw refused(`${owner}: found cidr ${vpc.cidr}, expected an address block or auto`);
  const entry = (at: Path, blocks: readonly string[], isList: boolean): Entry => ({
    owner,
    path: [...path, ...at],
    blocks,
    isList,
  });
  return [
    ...(whole && block ? [entry(['cidr'], [block.text], false)] : []),
    ...(six ? [entry(['ipv6'], [ipv6.give(owner, Number(six[1] ?? USUAL.ipv6)).text], false)] : []),
    ...(block ? wanted.map(({ at, zone }) => entry(at, subnets({ owner, vpc, block, zone }, config), true)) : []),
  ];
}

/** Zones whose subnets are wanted; without a name, the attachment. */
function subnetsWanted({ zones, attachment }: DraftVpc): { readonly at: Path; readonly zone: string | undefined }[] {
  return [
    ...Object.entries(zones).flatMap(([zone, value]) => (isWanted(value) ? [{ at: ['zones', zone], zone }] : [])),
    ...(isWanted(attachment?.subnets) ? [{ at: ['attachment', 'subnets'], zone: undefined }] : []),
  ];
}

interface WantedSubnets {
  readonly owner: string;
  readonly vpc: DraftVpc;
  readonly block: Cidr;
  /** Undefined for the attachment. */
  readonly zone: string | undefined;
}

function subnets({ owner, vpc, block, zone }: WantedSubnets, { draft, profile }: AddressFile): string[] {
  const where = `${owner}, ${zone === undefined ? 'the attachment' : `zone ${zone}`}`;
  const names = profile.zones.map(({ name }) => name);
  const places = new ZonePlaces(where, names);
  const length = block.prefix + Math.log2(places.count);
  if (block.family !== 4 || length > SMALLEST) {
    throw refused(
      `${where}: found the VPC's ${block.text}, which has no subnet of /${SMALLEST} for each of ${places.count} places; expected IPv4 of /${SMALLEST - Math.log2(places.count)} or larger, or subnets that are stated`,
    );
  }
  if (zone !== undefined && !names.includes(zone))
    throw refused(`${where}: expected a zone of ${profile.id}: ${names.join(', ')}`);
  const part = zone === undefined ? places.attachments : places.partOf(zone);
  return draft.availabilityZones.map((name) => {
    const place = placeOf(places, part, name);
    const given = blockOf(block, place * 2 ** (32 - length), zone === undefined ? SMALLEST : length);
    requireApart(where, given, vpc);
    return given.text;
  });
}

function placeOf(places: ZonePlaces, part: number, name: string): number {
  try {
    return places.place(part, { name, suffix: name.slice(-1) });
  } catch (error) {
    throw refused(errorText(error));
  }
}

/** What is stated in the VPC may stand where the given subnet would. */
function requireApart(where: string, given: Cidr, { zones, attachment }: DraftVpc): void {
  const others = [...Object.entries(zones), ['the attachment', attachment?.subnets ?? []] as const];
  for (const [owner, texts] of others) {
    if (isWanted(texts)) continue;
    const taken = [texts].flat().find((text) => cidrsOverlap(stated(`${where}, beside ${owner}`, text), given));
    if (taken === undefined) continue;
    throw refused(
      `${where}: its place is ${given.text}, which overlaps ${taken} of ${owner}; state the subnets of both, or of neither`,
    );
  }
}

/** Blocks that are stated; they are read only where some are wanted beside them. */
function heldBlocks({ accounts }: AddressDraft, key: 'cidr' | 'ipv6'): Held[] {
  const vpcs = accounts.flatMap((account) => account.vpcs.map((vpc) => ({ owner: ownerOf(account, vpc), vpc })));
  if (!vpcs.some(({ vpc }) => isWanted(vpc[key]))) return [];
  return vpcs.flatMap(({ owner, vpc: { [key]: text } }) => {
    if (text === undefined || isWanted(text) || (key === 'ipv6' && text === 'amazon')) return [];
    return [{ owner, block: stated(`${owner} ${key}`, text) }];
  });
}

/** What cannot be read may be any block, also the one that would be given. */
function stated(where: string, text: string): Cidr {
  const block = parseCidr(text);
  if (block) return block;
  throw refused(
    `${where}: found "${text}", expected an address block: while blocks are wanted, those that are taken are written out in this file itself`,
  );
}

function ownerOf({ name, department }: AddressDraft['accounts'][number], vpc: DraftVpc): string {
  return vpc.name === undefined ? `${name} (${department})` : `${vpc.name} of ${name} (${department})`;
}

function refused(message: string): AllocationError {
  return new AllocationError(message, true);
}
