import { isDeepStrictEqual } from 'node:util';
import type { ClaimChange } from '../../model';
import type { Template, Unit } from '../../template';
import { standsAlone, templateKey } from '../baseline/places';

/** What templates say of themselves otherwise than before: marker, flows, transfers. A lost marker is a finding of its own. */
export function claimsChange(before: Unit, after: Unit): readonly ClaimChange[] {
  const alone = standsAlone(before.graph) && standsAlone(after.graph);
  const earlier = new Map(before.graph.templates.map((template) => [templateKey(template, alone), template]));
  return after.graph.templates.flatMap((template) => {
    const other = earlier.get(templateKey(template, alone));
    if (!other) return [];
    const [was, is] = [claimsOf(other), claimsOf(template)];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((claim): ClaimChange[] => {
      const [one, two] = [was.get(claim), is.get(claim)];
      if (isDeepStrictEqual(one, two)) return [];
      return [
        {
          template: template.path,
          claim,
          ...(one === undefined ? {} : { before: one }),
          ...(two === undefined ? {} : { after: two }),
        },
      ];
    });
  });
}

function claimsOf({ claims }: Template): ReadonlyMap<string, unknown> {
  const { marker, flows = [], transfers = [] } = claims ?? {};
  return new Map<string, unknown>([
    ...Object.entries(marker ?? {}).map(([name, value]) => [`marker ${name}`, value] as const),
    ...flows.map((flow) => [`flow ${flow.id}`, flow] as const),
    ...transfers.map((transfer) => [`transfer ${transfer.id}`, transfer] as const),
  ]);
}
