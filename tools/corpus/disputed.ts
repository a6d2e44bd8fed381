import type { Category } from '../../lib/model';
import type { Label } from './labels';

/** Labels of one upstream rule that say something wrong, and what is right. */
export interface Dispute {
  readonly source: string;
  readonly ruleId: string;
  /** Labels of this topic only. @default all */
  readonly topic?: Label['topic'];
  /** Labels that expect this only. @default all */
  readonly expect?: Label['expect'];
  /** The category that the rule is about; undefined where the label itself is wrong and is left out. */
  readonly instead?: Category;
  readonly reason: string;
}

/**
 * Topics were given to labels by the pattern of words. These are wrong for the reason stated; the report gives its figures
 * with and without this list.
 */
export const DISPUTED: readonly Dispute[] = [];

export function disputeOf(label: Label): Dispute | undefined {
  return DISPUTED.find(
    ({ source, ruleId, topic = label.topic, expect = label.expect }) =>
      source === label.source && ruleId === label.ruleId && topic === label.topic && expect === label.expect,
  );
}
