import { uniteRanges } from '../packets';
import { exactly } from './bounded';
import { PRECEDENCE, type WrittenRoute } from './compile-routes';
import type { Layout } from './layout';
import type { AttachmentDraft } from './transit-attachments';

/** A route without its target. */
export type Announced = Pick<WrittenRoute, 'destination' | 'matches' | 'prefix' | 'precedence' | 'sure'>;

/** What an attachment announces: the blocks of its VPC, or what is told at run time. */
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
  const own = vpc.blocks.map((block) => ({ matches: exactly(book.block(block).must), prefix: block.prefix }));
  const said = uniteRanges(...own.map(({ matches }) => matches.must));
  const isSaid = said.length > 0 && vpc.sources.length === 0;
  return [...own, ...(isSaid ? [] : [{ matches: exactly(layout.vpcAddresses(vpc.key)), prefix: 32 }])].map((route) => ({
    ...route,
    precedence,
    destination,
    sure: true,
  }));
}
