import type { ResidencyProof, Transfer } from '../../../model';
import type { Profile } from '../../../profiles';
import type { Graph, Resource } from '../../../template';
import { egressPathsOf } from '../catalogue';
import { judgePath, scanResource, type Egress } from '../judge';
import { coverOf, type TransferBook } from '../transfers';
import { isWholeOf, judgeRegister } from './register';
import { residencyPath } from './residency-path';
import { stackAbroad } from './stack-abroad';

/** By what residency is judged. */
export interface ResidencyOptions {
  readonly profile: Profile;
  /** Day of the judgement, as YYYY-MM-DD, in the profile’s time zone. */
  readonly today: string;
  /** The register of transfers. @default none: what templates claim stays a claim */
  readonly register?: readonly Transfer[];
  /** Names of the landing zone’s accounts, by which it is known whether all of it is here. @default none */
  readonly accounts?: readonly string[];
}

/**
 * By which ways what these templates hold can leave the jurisdiction, and which transfer covers each.
 * @param graphs One for each unit that is judged by itself; a transfer that one of them uses is used.
 */
export function residencyOf(
  graphs: readonly Graph[],
  { profile, today, register, accounts = [] }: ResidencyOptions,
): ResidencyProof {
  const book: TransferBook = { profile, register, today };
  const uses = new Map<string, number>();
  const paths = graphs.flatMap((graph) =>
    waysOut(graph, profile).map((egress) => {
      const cover = coverOf(egress, book);
      const id = cover.state === 'live' ? cover.transfer?.id : undefined;
      if (id !== undefined) uses.set(id, (uses.get(id) ?? 0) + 1);
      return residencyPath(egress, cover);
    }),
  );
  return { paths, transfers: judgeRegister(register ?? [], uses, today, isWholeOf(graphs, accounts)) };
}

/** Every way out, in the order of the templates. */
function waysOut(graph: Graph, profile: Profile): readonly Egress[] {
  return graph.templates.flatMap((template) => {
    const abroad = template.resources.length > 0 ? stackAbroad(template, profile) : undefined;
    const found = template.resources.flatMap((resource) => waysOutOf(resource, graph, profile));
    return [...(abroad ? [abroad] : []), ...found];
  });
}

function waysOutOf(resource: Resource, graph: Graph, profile: Profile): readonly Egress[] {
  const here = { resource, graph, profile };
  const known = egressPathsOf(resource.type).flatMap((path) => judgePath(path, here));
  return [...known, ...scanResource(here)].filter(({ leaves }) => leaves !== false);
}
