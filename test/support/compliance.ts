import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnElement, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** Reads the reasons given on one construct: rule id without its pack -> reason. */
function acknowledgedOn(node: IConstruct): string[] {
  return node.node.metadata
    .filter((entry) => entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap((entry) => Object.entries((entry.data ?? {}) as Record<string, unknown>))
    .filter(([, reason]) => JSON.stringify(reason ?? '').length > 12)
    .map(([id]) => id.split('::').slice(1).join('::'));
}

function acknowledgements(construct: IConstruct): Set<string> {
  return new Set(construct.node.scopes.flatMap(acknowledgedOn));
}

/** Runs cdk-nag's packs over a template as the deployment would see it, raw resources and overrides included. */
function packViolations(template: object): { rule: string; logicalId: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-compliance-'));
  try {
    const templateFile = join(folder, 'template.json');
    writeFileSync(templateFile, JSON.stringify(template));
    const app = new App({ outdir: join(folder, 'cdk.out') });
    const include = new CfnInclude(new Stack(app, 'Check'), 'T', { templateFile });
    return [new AwsSolutionsChecks(app), new NIST80053R5Checks(app)].flatMap((pack) =>
      pack.validateScope(include).violations.flatMap((violation) =>
        violation.violatingResources.map((resource) => ({
          rule: violation.ruleName,
          logicalId: (resource.constructPath ?? '').split('/').pop() ?? '',
        })),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What AwsSolutions and NIST 800-53r5 find in a stack's synthesized template that nobody acknowledged with a reason:
 * lines of `rule at construct path`, sorted; empty when the stack is compliant.
 */
export function unacknowledged(stack: Stack): string[] {
  const template = Template.fromStack(stack).toJSON();
  const constructs = new Map<string, IConstruct>(
    stack.node.findAll().flatMap((node) => {
      return CfnElement.isCfnElement(node) && Stack.of(node) === stack
        ? [[String(stack.resolve(node.logicalId)), node] as const]
        : [];
    }),
  );
  return packViolations(template)
    .filter(({ rule, logicalId }) => !acknowledgements(constructs.get(logicalId) ?? stack).has(rule))
    .map(({ rule, logicalId }) => `${rule} at ${constructs.get(logicalId)?.node.path ?? logicalId}`)
    .toSorted();
}
