import type { Block, Standing } from '../addresses';
import type { NatDraft } from './gateways';
import type { PlaceDraft } from './place-drafts';
import type { SubnetDraft } from './survey';

/** What stands in subnets, and the addresses there that something has for sure: nothing else can have them. */
export interface Taken {
  readonly places: readonly PlaceDraft[];
  readonly nats: readonly NatDraft[];
  readonly taken: ReadonlyMap<SubnetDraft, readonly Block[]>;
}

/** Leaves out of what may be something's address what another has. */
export function withoutTaken(places: readonly PlaceDraft[], nats: readonly NatDraft[]): Taken {
  const taken = new Map<SubnetDraft, Block[]>();
  for (const { resource, subnet, standing } of [...places, ...nats]) {
    if (standing.stated === undefined || resource.condition !== undefined) continue;
    taken.set(subnet, [...(taken.get(subnet) ?? []), ...standing.stated]);
  }
  const freed = <T extends { readonly subnet: SubnetDraft; readonly standing: Standing }>(draft: T): T => {
    const others = draft.standing.blocks.length === 0 ? undefined : taken.get(draft.subnet);
    return others ? { ...draft, standing: { ...draft.standing, taken: others } } : draft;
  };
  return { places: places.map(freed), nats: nats.map(freed), taken };
}
