import type { Graph } from '../../template';
import { isOpen } from '../draft';
import type { Draft } from '../fingerprint';
import { maskText } from '../../rules/evidence';
import { covers } from './covers';
import type { Suppression } from './suppression';
import { suppressionsOf } from './suppressions-of';

/** Waives what the suppressions that stand in templates cover, by the template’s own word, with its reason. */
export function honourInline(drafts: readonly Draft[], graph: Graph): readonly Draft[] {
  const suppressed = suppressedIn(graph);
  if (suppressed.size === 0) return drafts;
  return drafts.map((draft) => {
    const { template, logicalId, rule } = draft.finding;
    const here = isOpen(draft.finding) ? suppressed.get(placeOf(template, logicalId)) : undefined;
    const suppression = here?.find((item) => covers(item, rule));
    return suppression ? waived(draft, suppression) : draft;
  });
}

/** Resources that hold suppressions; most templates have none. */
function suppressedIn(graph: Graph): ReadonlyMap<string, readonly Suppression[]> {
  const found = new Map<string, readonly Suppression[]>();
  for (const { path, resources } of graph.templates) {
    for (const resource of resources) {
      const suppressions = suppressionsOf(resource);
      if (suppressions.length > 0) found.set(placeOf(path, resource.logicalId), suppressions);
    }
  }
  return found;
}

function placeOf(template: string, logicalId: string): string {
  return `${template}#${logicalId}`;
}

function waived({ key, finding }: Draft, { by, id, reason }: Suppression): Draft {
  const because = reason === '' ? 'the template gives no reason' : maskText(reason);
  return {
    key,
    finding: { ...finding, status: 'waived', waiver: `inline:${by}:${id}`, evidence: { ...finding.evidence, because } },
  };
}
