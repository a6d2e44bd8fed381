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
    place: ({ template, logicalId }) => {
      const construct = places.find(template.path, logicalId);
      const asked = construct?.node.scopes.includes(scope) === true && !isOwnExport(logicalId);
      return asked ? { construct } : undefined;
    },
  };
}

/** Templates in files, which only the assembly leads to: a nested stack of the CDK is none of them. */
function unread({ path, resources }: Template, { templates }: Graph): readonly RunError[] {
  return resources.flatMap(({ type, logicalId, metadata }) => {
    const asset = metadata['aws:asset:path'];
    const isNested = type === 'AWS::CloudFormation::Stack' && typeof asset === 'string';
    if (!isNested || templates.some((template) => template.path === asset)) return [];
    return [
      {
        kind: 'read',
        path,
        message: `${path} nests in ${logicalId} the file ${asset}, which is read at synthesis only`,
      },
    ];
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
