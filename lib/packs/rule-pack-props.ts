import type { NagMessageLevel, NagPackProps } from 'cdk-nag';
import type { Severity } from '../model';

/** What a violation can be: of a severity, or not decided. */
export type PackLevels = Readonly<Partial<Record<Severity | 'unknown', NagMessageLevel>>>;

export interface RulePackProps extends NagPackProps {
  /** Id of the jurisdiction's profile that rules ask for regions, retention and classification. @default 'hk-s17' */
  readonly profile?: string;
  /**
   * Level of a violation, by its severity, or `unknown` for what could not be decided. Violations of level Error fail
   * synthesis, others are only reported.
   * @default Error, and Warning for severity low
   */
  readonly levels?: PackLevels;
}
