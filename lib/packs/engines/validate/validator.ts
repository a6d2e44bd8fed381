import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loaded } from '../installed';
import { PackError } from '../pack-error';

/** What is used of the validator bundled with aws-cdk-lib (@aws/cloudformation-validate): its package names these types. */
export interface Diagnostic {
  readonly ruleId: string;
  readonly severity: 'FATAL' | 'ERROR' | 'WARN' | 'INFO' | 'DEBUG';
  readonly message: string;
  readonly source: string;
  readonly entity?: { readonly logicalId: string; readonly entityType: string; readonly resourceType?: string };
  readonly propertyPath?: string;
  readonly suggestedFix?: string;
  readonly category?: string;
}

export interface ValidationReport {
  readonly status: 'OK' | 'ANALYSIS_INCOMPLETE' | 'ERROR';
  readonly diagnostics: readonly Diagnostic[];
  readonly metadata: {
    readonly rulesEvaluated: number;
    readonly resourcesScanned: number;
    readonly budgetExhaustions?: readonly { readonly kind: string; readonly description?: string }[];
  };
}

export interface RuleSource {
  readonly name: string;
  readonly content: string;
}

interface ValidateConfig {
  readonly detailLevel: 'STANDARD';
  readonly severityLevel: 'WARN';
  readonly disableBuiltinRules: boolean;
  readonly pseudoParameterOverrides: { readonly region?: string; readonly accountId?: string };
}

export interface ValidatorEngine {
  validateTemplate(template: unknown, config: ValidateConfig): ValidationReport;
  listRules(): readonly { readonly id: string; readonly origin: string }[];
}

export interface Validator {
  readonly CompositeEngine: new (config: { readonly guardRules: readonly RuleSource[] }) => ValidatorEngine;
  readonly TemplateContent: new (content: string, name: string) => unknown;
}

/**
 * Loads the validator, without aws-cdk-lib around it.
 * @param folder Folder whose packages are loaded. @default this package's own
 * @throws PackError when aws-cdk-lib is not installed or has none.
 */
export function loadValidator(folder: string = __dirname): Validator {
  const load = createRequire(join(folder, 'package.json'));
  let home: string;
  try {
    home = load.resolve('aws-cdk-lib/package.json');
  } catch (error) {
    throw new PackError(
      'this pack needs the package aws-cdk-lib, which is not installed: npm install aws-cdk-lib',
      error,
    );
  }
  return loaded(createRequire(home), '@aws/cloudformation-validate');
}
