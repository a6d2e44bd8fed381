import type { Category } from '../model';
import type { PackDefinition } from './pack-definition';

/** What the first profile, of the Hong Kong SAR Government, is made of. */
export const PROFILE_FRAMEWORKS: readonly string[] = ['s17', 'g3'];

type Query = PackDefinition['selects'];

/** Rules that evidence a control of this area, or whose findings are of one of these categories. */
export function inArea(area: string, ...categories: readonly Category[]): Query {
  return (control, rule) => control.area === area || categories.includes(rule.category ?? control.category);
}

/**
 * Rules that evidence a control which cites one of these frameworks.
 * @param clauses Only those that cite one of these clauses. @default all
 */
export function citing(frameworks: readonly string[], clauses?: ReadonlySet<string>): Query {
  return (control) =>
    control.frameworks.some((reference) => {
      return frameworks.includes(reference.framework) && (!clauses || reference.clauses.some((id) => clauses.has(id)));
    });
}
