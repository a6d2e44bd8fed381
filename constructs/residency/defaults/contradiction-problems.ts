import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { property } from '../property';
import { asInTemplate, type TemplateResource } from '../template-of';
import { CONTRADICTIONS } from './contradictions';
import { isOwn, type StackDefaults } from './stack-defaults';

/** What code below a scope says against the defaults: construct path, what was found and expected, and the remedy. */
export function contradictionProblems(scope: IConstruct, stack: StackDefaults): string[] {
  const resources = scope.node
    .findAll()
    .filter((node): node is CfnResource => CfnResource.isCfnResource(node) && !isOwn(node))
    .flatMap((node) => (node.cfnResourceType in CONTRADICTIONS ? asInTemplate(node) : []));
  const receivers = new Set(resources.flatMap(logDestination));
  return resources
    .filter(({ logicalId }) => !receivers.has(logicalId))
    .flatMap((resource) => problemsOf(resource, stack.logDays('application')));
}

/** S3 delivers access logs to no bucket under a customer key: those that receive them are left alone. */
function logDestination({ properties }: TemplateResource): string[] {
  const name = property(property(properties, 'LoggingConfiguration'), 'DestinationBucketName');
  const ref = property(name, 'Ref');
  return typeof ref === 'string' ? [ref] : [];
}

function problemsOf({ type, path, properties }: TemplateResource, logDays: number): string[] {
  return (CONTRADICTIONS[type] ?? []).flatMap((each) => {
    const wrong = valuesAt(properties, each.path.split('.')).filter((value) => each.isWrong(value, { logDays }));
    return wrong
      .slice(0, 1)
      .map(
        (value) =>
          `${path}: found ${each.path.replaceAll('[]', '')} ${JSON.stringify(value)}, expected ${each.expected} (LionrockDefaults); ${each.remedy}`,
      );
  });
}

function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [first, ...rest] = path;
  if (first === undefined) return value === undefined ? [] : [value];
  const child = property(value, first.replace(/\[\]$/, ''));
  if (!first.endsWith('[]')) return valuesAt(child, rest);
  return Array.isArray(child) ? child.flatMap((item: unknown) => valuesAt(item, rest)) : [];
}
