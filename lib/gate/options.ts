import type { Registers } from '../config';
import type { Engine, Waiver } from '../model';
import type { Profile } from '../profiles';
import type { TemplateOptions, Unit } from '../template';
import type { BaselineInput } from './baseline';
import type { FailOn } from './fail-on';
import type { InlineMode } from './inline';
import type { GateObserver } from './observer';
import type { Floor } from './policy';

export interface GateOptions {
  /** What is judged: units read with `readUnit`, or paths to read one after the other, each let go when judged. */
  readonly inputs: readonly (Unit | string)[];
  /** The jurisdiction whose rules apply. */
  readonly profile: Profile;
  /**
   * The authority for what templates claim of themselves, from the landing zone's config; makes each input an estate.
   * @default none: claims are unknown
   */
  readonly registers?: Registers;
  /**
   * Approved exceptions: what one covers is `waived`, until its last day is over in the time zone of the profile. One that
   * is wrong waives nothing, and is an error of the run.
   * @default none
   */
  readonly waivers?: readonly Waiver[];
  /** Sources of findings beside the built-in rules. @default none */
  readonly engines?: readonly Engine[];
  /** What templates cannot say of themselves; only for inputs that are paths. @default nothing */
  readonly template?: TemplateOptions;
  /** Run the rules over whole estates. @default only with registers, or where a template carries the landing-zone marker */
  readonly estate?: boolean;
  /**
   * Judge each resource by its properties alone: its template is not known, as where Cloud Control hands over one resource.
   * Rules that look further do not apply. @default false
   */
  readonly alone?: boolean;
  /**
   * Judge each input as one part of an estate whose other parts are not there, as where a hook is asked about one stack after
   * the other. What only the whole shows does not apply and stands in `notApplicable` of the result: rules over estates,
   * and claims of templates where no registers are given. It is no replacement for judging the whole. @default false
   */
  readonly part?: boolean;
  /**
   * With `part`: each resource is judged by itself too when it is made, so that what another stack hands over is decided
   * there. @default false: it is unknown
   */
  readonly resourcesFollow?: boolean;
  /**
   * What suppressions inside templates are worth (`Metadata.cfn_nag`, `cdk_nag`, `checkov`, `guard`, `cfn-lint`, and
   * acknowledgements of CDK code): with `honour` they waive what they cover; with `strict` they are findings themselves,
   * unless `waivers` holds the same.
   * @default 'strict'
   */
  readonly inline?: InlineMode;
  /** List findings that pass. @default false: they are only counted */
  readonly includePassed?: boolean;
  /**
   * An earlier accepted state to compare with: templates that were read, a result, or a path to either; also files of a git
   * revision, as `REV:PATH` or `git:REV:PATH`. One that cannot be read makes the verdict unknown. @default none
   */
  readonly baseline?: BaselineInput;
  /**
   * Findings that fail the run: all, those that the baseline does not have (all, where there is none), or those of at least
   * this severity.
   * @default 'all'
   */
  readonly failOn?: FailOn;
  /** Most findings that may stay undecided. @default 0 */
  readonly maxUnknown?: number;
  /**
   * First days on which findings of a rule block, by rule id, as YYYY-MM-DD: before its day they are warnings
   * (`rule-announced`). Decides over the day that the rule itself states. @default what the rules say
   */
  readonly blocksFrom?: Readonly<Record<string, string>>;
  /**
   * Policies below which no option may go: one that does is an error of the run. Lives of waivers are held against the
   * shortest that any of them allows. Engines are known by their ids.
   * @default none
   */
  readonly floors?: readonly Floor[];
  /** Instant of the judgement: it decides what has expired, and which rules block. @default when the run began */
  readonly now?: Date;
  /**
   * When the run began, by the clock: the floor `now: present` asks for a judgement of that day. For a caller that began before
   * it called, so that midnight between the two makes no difference. @default the present
   */
  readonly began?: Date;
  /** Sees units and what passes, for a review. @default nobody */
  readonly observer?: GateObserver;
  /** Called before each input. */
  readonly onProgress?: (path: string, done: number, total: number) => void;
}
