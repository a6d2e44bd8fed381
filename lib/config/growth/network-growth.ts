import { nextFreeBlock, parseCidr, type Cidr } from '../../model';
import type { LandingZoneConfig } from '../schema';
import type { Item } from './item';
import { itemsOf } from './items';
import { placedVpcs } from './placed-networks';
import { QUOTAS } from './quota-names';

/** How far something reaches. */
export interface GrowthLimit {
  /** What runs out: `rules of the security group of perimeter/internet-dmz, out`. */
  readonly what: string;
  readonly used: number;
  readonly limit: number;
  /** What the department that needs most of it brings. */
  readonly perDepartment: number;
  /** Further departments like that one which fit. */
  readonly room: number;
  /** Whether AWS gives more. */
  readonly raised: string;
}

export interface NetworkGrowth {
  /** Departments that have accounts now. */
  readonly departments: number;
  /** What runs out with more departments, the first first; of what does not grow with them only what has run out. */
  readonly limits: readonly GrowthLimit[];
}

/** How far the quotas of a network reach. */
export interface QuotaOutlook {
  /** True when more is used already than AWS gives without asking. */
  readonly exceeded: boolean;
  /** One sentence, without capital and full stop. */
  readonly text: string;
}

/**
 * Whether a network holds more departments: each counted as the one that needs most of a thing now.
 * @param asked further departments, up to which addresses are handed out on trial
 */
export function networkGrowth(config: LandingZoneConfig, asked: number): NetworkGrowth {
  const vpcs = placedVpcs(config);
  const departments = new Set(vpcs.flatMap(({ department }) => department ?? []));
  const groups = groupedBy(itemsOf(config), ({ quota, where }) => `${QUOTAS[quota].title} of ${where}`);
  const limits = [...groups].flatMap(([what, items]) => growthOf(what, items));
  return {
    departments: departments.size,
    limits: [...addresses(config, asked), ...limits].toSorted(byRoom),
  };
}

/** Of what has no room, what departments bring comes first: they can bring less. */
function byRoom(a: GrowthLimit, b: GrowthLimit): number {
  const isFixed = ({ perDepartment }: GrowthLimit) => Number(perDepartment === 0);
  return a.room - b.room || isFixed(a) - isFixed(b) || (a.what < b.what ? -1 : 1);
}

/** As many departments as the design is made for: so far quotas are looked ahead. */
const DESIGNED_FOR = 200;

/**
 * What synthesis says about quotas: which breaks first and at how many departments, or that none does.
 * @returns undefined where there are no departments to count by
 */
export function quotaOutlook(config: LandingZoneConfig): QuotaOutlook | undefined {
  const { departments, limits } = networkGrowth(config, DESIGNED_FOR);
  const exceeded = limits.find(({ used, limit }) => used > limit);
  const first = exceeded ?? limits[0];
  if (!first || (departments === 0 && !exceeded)) return undefined;
  const { what, used, limit, perDepartment, room, raised } = first;
  const figures = `${what}: ${used} of ${limit}, ${perDepartment} a department; ${raised}`;
  if (exceeded) return { exceeded: true, text: `the network needs too many ${figures}` };
  if (room >= DESIGNED_FOR) {
    return {
      exceeded: false,
      text: `the network has room for ${DESIGNED_FOR} departments more than its ${departments}`,
    };
  }
  const then = `with ${departments + room + 1} departments, ${departments} now`;
  return { exceeded: false, text: `${then}, the network first runs out of ${figures}` };
}

function growthOf(what: string, items: readonly Item[]): GrowthLimit[] {
  const [first] = items;
  if (!first) return [];
  const { limit, raised } = QUOTAS[first.quota];
  const used = Math.ceil(sum(items));
  const owned = items.filter(({ department }) => department !== undefined);
  const each = [...groupedBy(owned, ({ department }) => department).values()].map(sum);
  const perDepartment = Math.max(0, ...each);
  if (perDepartment === 0 && used <= limit) return [];
  const room = perDepartment === 0 ? 0 : Math.max(0, Math.floor((limit - used) / perDepartment));
  return [{ what, used, limit, perDepartment, room, raised }];
}

function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function sum(items: readonly Item[]): number {
  return items.reduce((total, { count }) => total + count, 0);
}

/** Addresses are handed out on trial, the largest block first, as the department with most of them has. */
function addresses(config: LandingZoneConfig, asked: number): GrowthLimit[] {
  const vpcs = placedVpcs(config);
  const owned = vpcs.filter(({ department }) => department !== undefined);
  const sets = [...groupedBy(owned, ({ department }) => department).values()].map(blocksOf);
  const largest = sets.toSorted((a, b) => size(b) - size(a))[0];
  if (!largest) return [];
  const spaces = config.network.addressSpace.flatMap((text) => parseCidr(text) ?? []);
  const taken = blocksOf(vpcs);
  const room = handOut(
    { spaces, taken },
    largest.map(({ prefix }) => prefix).toSorted((a, b) => a - b),
    asked,
  );
  const what = `addresses of ${config.network.addressSpace.join(', ')}`;
  const perDepartment = size(largest);
  const raised = 'extend network.addressSpace';
  return [{ what, used: size(taken), limit: size(spaces), perDepartment, room, raised }];
}

/** How many departments get all their blocks, tried up to one more than was asked for. */
function handOut(use: { spaces: Cidr[]; taken: Cidr[] }, prefixes: readonly number[], asked: number): number {
  const taken = [...use.taken];
  for (let room = 0; room <= asked; room += 1) {
    for (const prefix of prefixes) {
      const block = nextFreeBlock({ spaces: use.spaces, taken }, prefix);
      if (!block) return room;
      taken.push(block);
    }
  }
  return asked + 1;
}

function blocksOf(vpcs: readonly { readonly vpc: { readonly cidr: string } }[]): Cidr[] {
  return vpcs.flatMap(({ vpc }) => parseCidr(vpc.cidr) ?? []);
}

function size(blocks: readonly Cidr[]): number {
  return blocks.reduce((total, block) => total + 2 ** (32 - block.prefix), 0);
}
