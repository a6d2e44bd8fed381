import { aws_config as config, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { BASELINE_CONFIG_RULES, type ManagedConfigRule } from './config-rules';

/** Properties of {@link ConfigConformance}. */
export interface ConfigConformanceProps {
  /** Name of the pack in the account, at most 256 characters: letters, digits and hyphens. */
  readonly packName: string;
  /**
   * AWS managed rules that the pack evaluates.
   * @default - {@link BASELINE_CONFIG_RULES}
   */
  readonly rules?: readonly ManagedConfigRule[];
}

/**
 * A Config conformance pack of AWS managed rules in this account and region. It needs the Config recorder of the
 * account. Evidence for DET-03.
 */
export class ConfigConformance extends Construct {
  /** @throws Error when the name is malformed, or two rules have the same name, or there is none. */
  constructor(scope: Construct, id: string, props: ConfigConformanceProps) {
    super(scope, id);
    const rules = props.rules ?? BASELINE_CONFIG_RULES;
    this.validate(props.packName, rules);
    new config.CfnConformancePack(this, 'Pack', {
      conformancePackName: props.packName,
      templateBody: JSON.stringify(packTemplate(rules)),
    });
  }

  private validate(packName: string, rules: readonly ManagedConfigRule[]): void {
    if (!Token.isUnresolved(packName) && !/^[A-Za-z][A-Za-z0-9-]{0,255}$/.test(packName)) {
      throw new Error(
        `[${this.node.path}] found packName "${packName}": expected letters, digits and hyphens, beginning with a letter; rename it`,
      );
    }
    if (rules.length === 0) {
      throw new Error(
        `[${this.node.path}] found no rules: expected at least one; leave the property out for the baseline`,
      );
    }
    const seen = new Set<string>();
    for (const { name } of rules) {
      if (seen.has(name)) {
        throw new Error(`[${this.node.path}] found two rules named "${name}": expected names to be unique; rename one`);
      }
      seen.add(name);
    }
  }
}

function packTemplate(rules: readonly ManagedConfigRule[]): object {
  return { Resources: Object.fromEntries(rules.map((rule) => [logicalId(rule.name), ruleResource(rule)])) };
}

function ruleResource(rule: ManagedConfigRule): object {
  return {
    Type: 'AWS::Config::ConfigRule',
    Properties: {
      ConfigRuleName: rule.name,
      Description: `Evidence for ${rule.control}`,
      Source: { Owner: 'AWS', SourceIdentifier: rule.identifier },
      ...(rule.parameters ? { InputParameters: rule.parameters } : {}),
    },
  };
}

function logicalId(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
