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
  const find = finder(graph);
  const warnings = new Map<string, Warning>();
  const judged = drafts.map((draft) => {
    const suppression = isOpen(draft) ? find(draft) : undefined;
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

/** Finds the suppression that covers a finding; the metadata of each resource is read once. */
function finder(graph: Graph): (draft: Draft) => Suppression | undefined {
  const templates = new Map(graph.templates.map((template) => [template.path, template]));
  const known = new Map<string, readonly Suppression[]>();
  return ({ finding: { template, logicalId, rule } }) => {
    const place = `${template}#${logicalId}`;
    const resource = known.has(place) ? undefined : templates.get(template)?.resource(logicalId);
    const suppressions = known.get(place) ?? (resource ? suppressionsOf(resource) : []);
    known.set(place, suppressions);
    return suppressions.find((suppression) => covers(suppression, rule));
  };
}

function waived({ key, finding }: Draft, { by, id, reason }: Suppression): Draft {
  const because = reason === '' ? 'the template gives no reason' : maskText(reason);
  return {
    key,
    finding: { ...finding, status: 'waived', waiver: `inline:${by}:${id}`, evidence: { ...finding.evidence, because } },
  };
}

function refused({ finding }: Draft, { by, id }: Suppression): Warning {
  const { template, logicalId } = finding;
  return {
    kind: 'inline-suppression',
    message: `${by} suppresses ${id} in the template, which does not count: mend the finding, or run with --inline honour`,
    subject: `${template}#${logicalId}`,
  };
}
