import type { Engine, EngineInput, EngineResult, EngineTemplate, RunError } from '../../../model';
import { PackError } from '../pack-error';
import { reasonOf } from '../reason-of';
import { canaries, CANARY_RULE, GUARD_CANARY } from './canary';
import { validateFinding } from './validate-finding';
import type { Diagnostic, RuleSource, ValidationReport, Validator, ValidatorEngine } from './validator';
import { withoutSuppressions } from './without-suppressions';

export interface ValidateOptions {
  /** Hold resources against the schemas of their types. */
  readonly schema: boolean;
  /** Rules of cfn-guard. */
  readonly guardRules: readonly RuleSource[];
}

/** The validator bundled with aws-cdk-lib, and cfn-guard's rules in it, over any template. */
export class ValidateEngine implements Engine {
  readonly id: string;
  private readonly engine: ValidatorEngine;
  private readonly guardRuleIds: ReadonlySet<string>;
  /** Why it cannot go on: its memory is in no known state after a trap. */
  private broken: string | undefined;

  /** @throws PackError when rules do not parse, hold no rule, or the validator finds nothing in what is wrong on purpose. */
  constructor(
    private readonly validator: Validator,
    private readonly options: ValidateOptions,
  ) {
    const { schema, guardRules } = options;
    this.id = [...(schema ? ['schema'] : []), ...guardRules.map(({ name }) => name)].join(', ');
    this.engine = engineFor(validator, guardRules);
    const ids = this.engine.listRules().flatMap(({ id, origin }) => (origin === 'GUARD' ? [id] : []));
    this.guardRuleIds = new Set(ids.filter((id) => id !== CANARY_RULE));
    if (guardRules.length > 0 && this.guardRuleIds.size === 0) {
      throw new PackError(`${guardRules.map(({ name }) => name).join(', ')}: expected cfn-guard rules, found none`);
    }
    this.hearCanary();
  }

  async evaluate({ templates }: EngineInput): Promise<EngineResult> {
    const results = templates.map((template) => this.judge(template));
    return {
      findings: results.flatMap(({ findings }) => findings),
      errors: results.flatMap(({ errors }) => errors),
      evaluated: results.reduce((sum, { evaluated }) => sum + evaluated, 0),
      asked: results.reduce((sum, { asked = 0 }) => sum + asked, 0),
    };
  }

  private judge(template: EngineTemplate): EngineResult {
    try {
      const report = this.validate(withoutSuppressions(template.body), template);
      const findings = report.diagnostics
        .filter((diagnostic) => counts(diagnostic) && isMade(diagnostic, template))
        .map((diagnostic) => validateFinding(diagnostic, template));
      const { resourcesScanned } = report.metadata;
      const failedGuard = findings.filter(({ rule }) => this.guardRuleIds.has(rule)).length;
      return {
        findings,
        errors: problemsOf(report).map((message) => errorOf(template, message)),
        evaluated: (this.options.schema ? resourcesScanned : 0) + failedGuard,
        asked: (this.options.schema ? resourcesScanned : 0) + this.guardRuleIds.size,
      };
    } catch (error) {
      return { findings: [], errors: [errorOf(template, `${this.id}: ${reasonOf(error)}`)], evaluated: 0, asked: 1 };
    }
  }

  private validate(
    body: unknown,
    { path, region, account }: Pick<EngineTemplate, 'path' | 'region' | 'account'>,
  ): ValidationReport {
    if (this.broken !== undefined)
      throw new Error(`not evaluated, because the validator broke down before: ${this.broken}`);
    const content = new this.validator.TemplateContent(JSON.stringify(body), path);
    try {
      return this.engine.validateTemplate(content, {
        detailLevel: 'STANDARD',
        severityLevel: 'WARN',
        disableBuiltinRules: !this.options.schema,
        pseudoParameterOverrides: {
          ...(region === undefined ? {} : { region }),
          ...(account === undefined ? {} : { accountId: account }),
        },
      });
    } catch (error) {
      // A trap of WebAssembly.
      if (error instanceof Error && error.name === 'RuntimeError') this.broken = reasonOf(error);
      throw error;
    }
  }

  private hearCanary(): void {
    const { schema, guardRules } = this.options;
    for (const { body, source } of canaries(schema, guardRules.length > 0)) {
      if (this.heard(body, source)) continue;
      throw new PackError(
        `${this.id} is silent: it found nothing in a template that is wrong on purpose. npm ls aws-cdk-lib must show one copy; npm ci installs it again`,
      );
    }
  }

  private heard(body: unknown, source: string): boolean {
    try {
      return this.validate(body, { path: 'canary' }).diagnostics.some((diagnostic) => diagnostic.source === source);
    } catch (error) {
      throw new PackError(`${this.id} cannot be evaluated: ${reasonOf(error)}`, error);
    }
  }
}

function engineFor(validator: Validator, guardRules: readonly RuleSource[]): ValidatorEngine {
  try {
    return new validator.CompositeEngine({ guardRules: guardRules.length > 0 ? [...guardRules, GUARD_CANARY] : [] });
  } catch (error) {
    throw new PackError(`cfn-guard rules cannot be used: ${reasonOf(error)}`, error);
  }
}

/** Of the validator's warnings, those about security: the others are matters of style. */
function counts({ source, severity, category, ruleId }: Diagnostic): boolean {
  return ruleId !== CANARY_RULE && (source === 'GUARD' || severity !== 'WARN' || category === 'Security');
}

/** Whether it is about something that some deployment makes. */
function isMade({ entity }: Diagnostic, template: EngineTemplate): boolean {
  return entity?.entityType !== 'Resource' || template.resource(entity.logicalId) !== undefined;
}

function problemsOf({ status, metadata, diagnostics }: ValidationReport): string[] {
  if (status === 'OK') return [];
  const reasons = (metadata.budgetExhaustions ?? []).map(({ kind, description }) => description ?? kind);
  const parse = status === 'ERROR' ? diagnostics.map(({ message }) => message) : reasons;
  return [`the validator could not finish: ${parse.join('; ') || status}`];
}

function errorOf({ path }: EngineTemplate, message: string): RunError {
  return { kind: 'engine', path, message };
}
