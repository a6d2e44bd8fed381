import { intersectRanges, NONE, uniteRanges, type Ranges } from '../packets';
import { exactly, type Bounded } from './bounded';
import { PRECEDENCE, type WrittenRoute } from './compile-routes';
import type { Layout } from './layout';
import type { AttachmentDraft } from './transit-attachments';

/** A route without its target. */
export type Announced = Pick<WrittenRoute, 'destination' | 'matches' | 'prefix' | 'precedence' | 'sure'>;

/**
 * What an attachment announces: the blocks of its VPC, or what is told at run time. IPv6 blocks propagate where IPv6
 * support is turned on, which filters no traffic. Source: API reference, CreateTransitGatewayVpcAttachmentRequestOptions.
 */
export function announcedBy(layout: Layout, draft: AttachmentDraft): readonly Announced[] {
  const { survey, book } = layout;
  const precedence = PRECEDENCE.propagated;
  const vpc = draft.vpc === undefined ? undefined : survey.vpcs.get(draft.vpc);
  if (draft.kind === 'peering' || draft.kind === 'firewall') return [];
  if (!vpc) {
    const reason = `what ${draft.name} propagates is announced at run time`;
    const matches = { may: book.space.all, must: [], reasons: [reason] };
    return [{ precedence, destination: 'propagated routes', matches, prefix: undefined, sure: false }];
  }
  const destination = `addresses of ${vpc.name}`;
  const own = vpc.blocks.map((block) => ({
    addresses: book.block(block).must,
    family: block.family,
    prefix: block.prefix,
  }));
  const said = uniteRanges(...own.map(({ addresses }) => addresses));
  const isSaid = said.length > 0 && vpc.sources.length === 0;
  const unsaid = FAMILIES.map((family) => ({
    addresses: intersectRanges(layout.vpcAddresses(vpc.key), book.space.family(family)),
    family,
    prefix: 32,
  }));
  return [...own, ...(isSaid ? [] : unsaid)].flatMap(({ addresses, family, prefix }) => {
    const matches = family === 4 ? exactly(addresses) : ofSix(draft, addresses);
    return matches.may.length === 0 ? [] : [{ precedence, destination, prefix, matches, sure: true }];
  });
}

const FAMILIES = [4, 6] as const;

function ofSix({ name, announcesSix = true }: AttachmentDraft, addresses: Ranges): Bounded<Ranges> {
  if (announcesSix === true) return exactly(addresses);
  if (announcesSix === false) return exactly(NONE);
  return { may: addresses, must: NONE, reasons: [`whether ${name} supports IPv6 is decided at deployment`] };
}
