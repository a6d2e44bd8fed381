import type { Category, SystemTier } from '../model';
import type { ConfigRuleReference, Control, FrameworkReference, Grade } from './control';
import { severityOf } from './severity-of';

/** A control as its area file writes it; what is left out has the default of the area or of the catalogue. */
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  /** Default: that of the area. */
  readonly category?: Category;
  /** Impact, exposure, irreversibility. */
  readonly rating: readonly [Grade, Grade, Grade];
  /** Default: preventive. */
  readonly enforcement?: Control['enforcement'];
  /** Default: all levels that the profile lets into a cloud. */
  readonly classifications?: readonly string[];
  /** Default: 1, every system. */
  readonly systemTier?: SystemTier;
  /** Clauses of S17, read in the document. */
  readonly s17?: readonly string[];
  /** Sections of G3, read in its table of contents or text. */
  readonly g3?: readonly string[];
  /** NIST SP 800-53 revision 5, ids as in OSCAL. */
  readonly nist?: readonly string[];
  readonly iso?: readonly string[];
  /** CIS AWS Foundations Benchmark 5.0. */
  readonly cisV5?: readonly string[];
  /** CIS AWS Foundations Benchmark 7.0. */
  readonly cisV7?: readonly string[];
  /** Default: none. */
  readonly configRules?: readonly ConfigRuleReference[];
  readonly note?: string;
  /** Why no rule evidences it. */
  readonly uncovered?: string;
}

const LEVELS = ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL'];

/** In the revision 4 catalogue; its place in revision 5 is from memory. */
const NIST_FROM_MEMORY: ReadonlySet<string> = new Set(['sa-9.5']);

/** The controls of one area. */
export function controlsOf(area: string, category: Category, entries: readonly Entry[]): readonly Control[] {
  return entries.map(({ rating: [impact, exposure, irreversibility], ...entry }) => {
    const rating = { impact, exposure, irreversibility };
    return {
      id: entry.id,
      title: entry.title,
      statement: entry.statement,
      area,
      category: entry.category ?? category,
      rating,
      severity: severityOf(rating),
      enforcement: entry.enforcement ?? 'preventive',
      classifications: entry.classifications ?? LEVELS,
      systemTier: entry.systemTier ?? 1,
      frameworks: frameworksOf(entry),
      configRules: entry.configRules ?? [],
      ...(entry.note === undefined ? {} : { note: entry.note }),
      ...(entry.uncovered === undefined ? {} : { uncovered: entry.uncovered }),
    };
  });
}

function frameworksOf({ s17, g3, nist = [], iso, cisV5, cisV7 }: Omit<Entry, 'rating'>): readonly FrameworkReference[] {
  const references: readonly [string, readonly string[] | undefined, string][] = [
    ['s17', s17, 'verified'],
    ['g3', g3, 'verified'],
    ['nist-800-53r5', nist.filter((id) => !NIST_FROM_MEMORY.has(id)), 'id verified, mapping ours'],
    ['nist-800-53r5', nist.filter((id) => NIST_FROM_MEMORY.has(id)), 'id from memory, mapping ours'],
    ['iso-27001', iso, 'id verified, mapping ours'],
    ['cis-aws-v5', cisV5, 'id verified, mapping ours'],
    ['cis-aws-v7', cisV7, 'id verified, mapping ours'],
  ];
  return references.flatMap(([framework, clauses = [], status]) =>
    clauses.length > 0 ? [{ framework, clauses, status }] : [],
  );
}
