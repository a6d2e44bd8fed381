import { Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { RunError } from '../model';
import { type Graph, graphOf, type Template, templateFromObject, type TemplateOptions } from '../template';
import { Places } from './places';
import { isOwnExport, unpreparedBodies } from './unprepared-bodies';
import type { Subject } from './subject';

/**
 * The templates of an app before synthesis: what aspects add at synthesis is missing. All stacks see each other; results
 * are asked for on the constructs below `scope`.
 */
export function unpreparedSubject(scope: IConstruct): Subject {
  const { root } = scope.node;
  const places = new Places(root, keyOf);
  const stacks = root.node.findAll().filter((node): node is Stack => Stack.isStack(node));
  const { bodies, errors } = unpreparedBodies(stacks, keyOf);
  const templates = [...bodies].map(([stack, body]) => templateFromObject(keyOf(stack), body, optionsOf(stack)));
  const graph = graphOf(templates);
  return {
    graph,
    errors: [
      ...errors,
      ...templates.flatMap(({ errors }) => errors),
      ...templates.flatMap((template) => unread(template, graph)),
    ],
    scope,
    isWhole: scope === root || Stage.isStage(scope),
    concerns: (construct) => construct.node.scopes.includes(scope),
    place: ({ template, logicalId }) => {
      const construct = places.find(template.path, logicalId);
      const asked = construct?.node.scopes.includes(scope) === true && !isOwnExport(logicalId);
      return asked ? { construct } : undefined;
    },
  };
}

/** Nested templates that are not judged: those in files, to which only the assembly leads, and texts that are none. */
function unread({ path, resources }: Template, { templates }: Graph): readonly RunError[] {
  const known = new Set(templates.map((template) => template.path));
  return resources.flatMap(({ type, logicalId, metadata, properties }) => {
    if (type !== 'AWS::CloudFormation::Stack' && type !== 'AWS::CloudFormation::StackSet') return [];
    const asset = metadata['aws:asset:path'];
    const isInline = typeof properties['TemplateBody'] === 'string';
    const nested = typeof asset === 'string' ? asset : isInline ? `${path}#${logicalId}` : undefined;
    if (nested === undefined || known.has(nested)) return [];
    return [{ kind: 'read', path, message: `${logicalId} deploys ${nested}, which can be read at synthesis only` }];
  });
}

/** Absolute, so that it leads from the template of a stack to that of one nested in it. */
function keyOf(stack: Stack): string {
  return `/${stack.node.path || stack.stackName}`;
}

function optionsOf({ region, account, stackName }: Stack): TemplateOptions {
  return {
    ...(Token.isUnresolved(region) ? {} : { region }),
    ...(Token.isUnresolved(account) ? {} : { account }),
    ...(Token.isUnresolved(stackName) ? {} : { stackName }),
  };
}
