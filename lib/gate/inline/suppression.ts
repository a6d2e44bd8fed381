import type { UpstreamSource } from '../../rules';

/** A rule that a template, or the CDK code behind it, asks not to be held to. */
export interface Suppression {
  /** Where it stands: a key of the resource's `Metadata`, or `acknowledge` for CDK's own acknowledgements. */
  readonly by: string;
  /** Whose rule ids it speaks in; undefined when any engine's, ours included. */
  readonly source: UpstreamSource | undefined;
  /** The rule, as written: `W37`, `AwsSolutions-S1`. */
  readonly id: string;
  /** Empty when none was given. */
  readonly reason: string;
}
