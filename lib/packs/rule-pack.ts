import type { CfnResource, IPolicyValidationContext, PolicyValidationPluginReport } from 'aws-cdk-lib';
import { NagMessageLevel, NagPack } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { controlById } from '../controls';
import { dayAt, type RunError, type Severity } from '../model';
import { toolVersion } from '../model/package';
import { DEFAULT_PROFILE, profileById, type Profile } from '../profiles';
import { RULES } from '../rules';
import { maskText } from '../rules/evidence';
import { acknowledgementsBelow, type Given, qualify } from './acknowledgements';
import { assertAwake } from './canary';
import { describeFound, metadataOf } from './description';
import { findIn, type Found, type Selected } from './found';
import type { PackDefinition } from './pack-definition';
import type { RulePackProps } from './rule-pack-props';
import type { Subject } from './subject';
import { synthesizedSubject } from './synthesized-subject';
import { unpreparedSubject } from './unprepared-subject';
import {
  FATAL,
  grouped,
  groupedSuppressed,
  isSuccess,
  type SuppressedViolation,
  type Violation,
  violationOn,
} from './violations';

/** What a pack reports of a construct tree. */
export interface PackReport extends PolicyValidationPluginReport {
  /** Violations that somebody acknowledged, with the reason. */
  readonly suppressedViolations: readonly SuppressedViolation[];
}

/** How CDK spells the levels. */
const SEVERITIES: Readonly<Record<NagMessageLevel, string>> = {
  [NagMessageLevel.ERROR]: 'error',
  [NagMessageLevel.WARN]: 'warning',
  [NagMessageLevel.INFO]: 'info',
};

/**
 * A pack for CDK's validations whose rules are those of the gate: they judge the synthesized templates, whatever made
 * them. Rule ids are `Pack-Rule`, and `Pack-Rule[unknown]` for what could not be decided.
 */
export abstract class RulePack extends NagPack {
  readonly name: string;
  override readonly version: string;
  override readonly ruleIds: string[];
  protected override packName: string;
  private readonly selection: readonly Selected[];
  private readonly profile: Profile;

  /** @throws Error when the profile is not known, or when no rule is selected. */
  constructor(
    scope: IConstruct | undefined,
    private readonly definition: PackDefinition,
    private readonly props: RulePackProps = {},
  ) {
    super(scope, props);
    const { name } = definition;
    this.name = this.packName = name;
    this.version = toolVersion();
    this.profile = profileById(props.profile ?? DEFAULT_PROFILE);
    this.selection = select(definition);
    this.ruleIds = this.selection.map(({ rule }) => `${name}-${rule.id}`);
  }

  /**
   * Judges the templates that CDK has just written; called by CDK. Acknowledged violations are among those reported: CDK
   * lists them as suppressed.
   * @throws Error when the pack does not evaluate, or a template was not read; CDK reports it as a failure.
   */
  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const violations = this.violationsOf(synthesizedSubject(context));
    for (const { acknowledgement, policy } of violations)
      if (acknowledgement) qualify(acknowledgement, this.name, policy.ruleName);
    return { success: isSuccess(violations), pluginVersion: this.version, violations: grouped(violations) };
  }

  /**
   * Judges a construct and what is below it without synthesis: an app, a stage, a stack, or a part of one. What aspects
   * do at synthesis is not seen.
   * @throws Error when the pack does not evaluate, or no stack is found.
   */
  override validateScope(scope: IConstruct): PackReport {
    const violations = this.violationsOf(unpreparedSubject(scope));
    return {
      success: isSuccess(violations),
      pluginVersion: this.version,
      violations: grouped(violations.filter(({ acknowledgement }) => !acknowledgement)),
      suppressedViolations: groupedSuppressed(violations),
    };
  }

  /** Never called: `NagPack` hands over one resource after the other, and rules here see all templates at once. */
  protected override checkResource(node: CfnResource): never {
    throw new Error(`${this.name} judges templates, not ${node.node.path} alone: call validateScope`);
  }

  private violationsOf(subject: Subject): readonly Violation[] {
    assertAwake(this.name, this.selection, this.profile);
    const found = findIn(subject, this.selection, this.profile);
    const violations = [
      ...subject.errors.map((error) => this.unreadable(error, subject)),
      ...found.map((item) => this.violation(item)),
    ];
    const used = new Set(
      violations.map(({ policy, acknowledgement }) => placeOf(policy.ruleName, acknowledgement?.on)),
    );
    const unused = acknowledgementsBelow(subject.scope, this.name).filter(({ rule, on }) => {
      return subject.concerns(on) && !used.has(placeOf(rule, on));
    });
    return [...violations, ...unused.map((given) => this.unused(given))];
  }

  private violation(found: Found): Violation {
    const { rule, result, place, logicalId } = found;
    const { construct, templatePath } = place;
    return violationOn(construct, this.name, {
      ruleName: `${this.name}-${rule.id}${result.status === 'unknown' ? '[unknown]' : ''}`,
      description: describeFound(found, this.definition, this.props.verbose ?? false),
      fix: rule.remediation,
      severity: SEVERITIES[this.levelOf(found)],
      ruleMetadata: metadataOf(found),
      violatingResources: [
        {
          constructPath: construct.node.path,
          locations: [result.property ?? 'Properties'],
          ...(templatePath === undefined ? {} : { resourceLogicalId: logicalId, templatePath }),
        },
      ],
    });
  }

  /** A rule that threw is an error, whatever the level of what is undecided; one that is announced warns until its day. */
  private levelOf({ rule, control, result }: Found): NagMessageLevel {
    if (result.threw) return NagMessageLevel.ERROR;
    const isAnnounced = dayAt(new Date(), this.profile.timeZone) < (rule.blocksFrom ?? '');
    if (isAnnounced) return NagMessageLevel.WARN;
    const kind: Severity | 'unknown' = result.status === 'unknown' ? 'unknown' : (rule.severity ?? control.severity);
    return this.props.levels?.[kind] ?? (kind === 'low' ? NagMessageLevel.WARN : NagMessageLevel.ERROR);
  }

  private unreadable({ message }: RunError, { scope }: Subject): Violation {
    return violationOn(scope, this.name, {
      ruleName: `${this.name}-unreadable`,
      description: `Could not be judged: ${maskText(message)}.`,
      severity: FATAL,
      violatingResources: [{ constructPath: scope.node.path, locations: [] }],
    });
  }

  private unused({ rule, on }: Given): Violation {
    const exists = this.ruleIds.includes(rule.replace('[unknown]', ''));
    return violationOn(on, this.name, {
      ruleName: `${this.name}-unused-acknowledgement`,
      description: `${rule} is acknowledged, but ${exists ? 'nothing of it is found here' : 'the pack has no such rule'}.`,
      fix: 'Remove the acknowledgement, or correct its id: ids match exactly.',
      severity: SEVERITIES[NagMessageLevel.WARN],
      violatingResources: [{ constructPath: on.node.path, locations: [] }],
    });
  }
}

function placeOf(rule: string, on: IConstruct | undefined): string {
  return `${rule} at ${on?.node.path}`;
}

function select({ name, selects }: PackDefinition): readonly Selected[] {
  const selection = RULES.flatMap((rule): readonly Selected[] => {
    const control = controlById(rule.control);
    return control && selects(control, rule) ? [{ rule, control }] : [];
  });
  if (selection.length > 0) return selection;
  throw new Error(`pack ${name} selects none of ${RULES.length} rules: expected at least one`);
}
