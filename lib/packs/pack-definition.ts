import type { Control } from '../controls';
import type { Rule } from '../rules';

/** What a pack is: a name and a query over the catalogue. */
export interface PackDefinition {
  /** Name of the pack, with which its rule ids begin: `HongKongGovernment`. */
  readonly name: string;
  /** Whether a rule belongs to the pack, by what it evidences. */
  readonly selects: (control: Control, rule: Rule) => boolean;
  /** Frameworks whose clauses its messages cite, as the catalogue names them. */
  readonly cites: readonly string[];
  /** Only these clauses of them are cited. @default all */
  readonly clauses?: ReadonlySet<string>;
}
