import type { Warning } from '../../model';
import type { Graph } from '../../template';
import type { Draft } from '../fingerprint';
import { maskText } from '../../rules/evidence';
import { covers } from './covers';
import type { Suppression } from './suppression';
import { suppressionsOf } from './suppressions-of';

/** What becomes of suppressions that stand in templates. */
export type InlineMode = 'strict' | 'honour';

export interface Inlined {
  readonly drafts: readonly Draft[];
  readonly warnings: readonly Warning[];
}

/**
 * Applies the suppressions that templates hold to the findings that need mending. `honour`: what one covers is waived by
 * the template, with its reason. `strict`: findings stand, and a warning names each suppression that asked otherwise:
 * nobody approves their own exception.
 */
export function applyInline(drafts: readonly Draft[], graph: Graph, mode: InlineMode): Inlined {
  const suppressed = suppressedIn(graph);
  if (suppressed.size === 0) return { drafts, warnings: [] };
  const warnings = new Map<string, Warning>();
  const judged = drafts.map((draft) => {
    const { template, logicalId, rule } = draft.finding;
    const here = isOpen(draft) ? suppressed.get(placeOf(template, logicalId)) : undefined;
    const suppression = here?.find((item) => covers(item, rule));
    if (!suppression) return draft;
    if (mode === 'honour') return waived(draft, suppression);
    const warning = refused(draft, suppression);
    warnings.set(`${warning.subject} ${warning.message}`, warning);
    return draft;
  });
  return { drafts: judged, warnings: [...warnings.values()] };
}

function isOpen({ finding: { status } }: Draft): boolean {
  return status === 'fail' || status === 'unknown';
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

function refused({ finding }: Draft, { by, id }: Suppression): Warning {
  return {
    kind: 'inline-suppression',
    message: `${by} suppresses ${id} in the template, which does not count: mend the finding, or run with --inline honour`,
    subject: placeOf(finding.template, finding.logicalId),
  };
}
