import type { Category, Finding, Severity } from '../model';
import { controlById, type Control } from '../controls';
import type { RuleResult } from '../rules';
import type { Template } from '../template';
import { evidenceOf } from '../rules/evidence';
import { fingerprint, type Draft } from './fingerprint';

/** Type of a template as a whole, which CloudFormation calls a stack. */
export const TEMPLATE_TYPE = 'AWS::CloudFormation::Stack';

/** A result with all that a finding says of it. */
export interface Judged {
  readonly rule: {
    readonly id: string;
    readonly category?: Category;
    readonly severity?: Severity;
    readonly blocksFrom?: string;
    readonly message: string;
    readonly remediation: string;
  };
  readonly control: Control;
  readonly result: RuleResult & { readonly status: 'pass' | 'fail' | 'unknown' };
  readonly template: Template;
  /** What it is about, for the fingerprint: construct path, logical id, or the subject of a claim. */
  readonly place: string;
  /** Empty for a result on the template as a whole. */
  readonly logicalId: string;
  readonly resourceType: string;
  readonly constructPath?: string | undefined;
  /** False where the property's path holds positions that change: the place says enough. */
  readonly propertyIdentifies: boolean;
}

/** The control that a rule evidences. @throws Error when it is not in the catalogue */
export function controlOf({ id, control }: { readonly id: string; readonly control: string }): Control {
  const found = controlById(control);
  if (!found) throw new Error(`rule ${id} evidences ${control}, which is not in the catalogue`);
  return found;
}

/** Whether a finding is to be mended: it fails, or nobody can tell, and nothing waives it. */
export function isOpen({ status }: Pick<Finding, 'status'>): boolean {
  return status === 'fail' || status === 'unknown';
}

/** The finding that a result becomes, without its id. Positions are worked out only for what needs mending. */
export function draftOf(judged: Judged): Draft {
  const { rule, control, result, template, logicalId, resourceType, constructPath } = judged;
  const { status, property } = result;
  const category = rule.category ?? control.category;
  const location = status === 'pass' ? undefined : template.locate(logicalId, property);
  const finding: Writable<Draft['finding']> = {
    status,
    rule: rule.id,
    control: control.id,
    category,
    severity: rule.severity ?? control.severity,
    message: rule.message,
    remediation: rule.remediation,
    template: template.path,
    logicalId,
    resourceType,
  };
  if (constructPath !== undefined) finding.constructPath = constructPath;
  if (property !== undefined) finding.property = property;
  if (location !== undefined) finding.location = location;
  const evidence = evidenceOf(result, property === undefined ? { category } : { category, property });
  if (evidence !== undefined) finding.evidence = evidence;
  if (result.witness !== undefined && result.witness.length > 0) finding.witness = result.witness;
  finding.frameworks = frameworksOf(control);
  return { key: keyOf(judged), finding };
}

function keyOf({ rule, result, resourceType, place, propertyIdentifies }: Judged): string {
  const { property } = result;
  const identity = { rule: rule.id, resourceType, place };
  return fingerprint(propertyIdentifies && property !== undefined ? { ...identity, property } : identity);
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

type Frameworks = NonNullable<Finding['frameworks']>;

/** Clauses are the same for all findings of a control: they share one object. */
const FRAMEWORKS = new WeakMap<Control, Frameworks>();

/** The clauses that a control stands for, by framework. */
export function frameworksOf(control: Control): Frameworks {
  const known = FRAMEWORKS.get(control);
  if (known) return known;
  const made = clausesByFramework(control);
  FRAMEWORKS.set(control, made);
  return made;
}

function clausesByFramework(control: Control): Frameworks {
  const clauses = new Map<string, string[]>();
  for (const reference of control.frameworks) {
    clauses.set(reference.framework, [...(clauses.get(reference.framework) ?? []), ...reference.clauses]);
  }
  return Object.fromEntries([...clauses].filter(([, list]) => list.length > 0));
}
