import { CONTROLS, type Control } from '../../lib/controls';

/** An AWS managed rule of Config. */
export interface ManagedConfigRule {
  /** Name in the account, lower case with hyphens. */
  readonly name: string;
  /** Identifier in AWS's list of managed rules: `S3_BUCKET_SSL_REQUESTS_ONLY`. */
  readonly identifier: string;
  /** Control that the rule evidences while the account runs. */
  readonly control: string;
  /** @default - none */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What AWS Config can check of some controls, as the catalogue says. */
export function configRulesOf(controls: readonly Control[]): readonly ManagedConfigRule[] {
  return controls.flatMap(({ id, configRules }) =>
    configRules.map((rule) => ({
      name: rule.identifier.toLowerCase().replaceAll('_', '-'),
      identifier: rule.identifier,
      control: id,
      ...(rule.parameters ? { parameters: rule.parameters } : {}),
    })),
  );
}

/** What AWS Config can check of the whole catalogue: what drifts most often and matters most. */
export const BASELINE_CONFIG_RULES: readonly ManagedConfigRule[] = configRulesOf(CONTROLS);
