import type { Resource, Template } from '../../template';
import type { ClaimRule } from '../claims';

/** What a change takes away. */
export interface Weakening {
  readonly rule: ClaimRule;
  readonly status: 'fail' | 'unknown';
  /** Where it shows now: the template of the change, or the baseline’s where nothing is left. */
  readonly template: Template;
  /** The resource as it is now, or as it was when it is gone; undefined for a template as a whole. */
  readonly resource?: Resource;
  /** Tells it from others, in words that edits leave. */
  readonly place: string;
  readonly property?: string;
  readonly observed?: unknown;
  readonly expected?: unknown;
  readonly because?: string;
}

/** A weakening of one resource, without the resource. */
export type Change = Pick<Weakening, 'rule' | 'status' | 'property' | 'observed' | 'expected' | 'because'>;
