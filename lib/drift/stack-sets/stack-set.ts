import { resolve } from 'node:path';
import {
  CloudFormationClient,
  paginateListStackInstances,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import { refusalOf } from '../../deploy';
import { asText, type Graph, type Resource, type Template } from '../../template';
import type { DeployedStack, Standing } from '../inventory';

export const STACK_SET = 'AWS::CloudFormation::StackSet';

/** Property that says whom it serves, and in which regions. */
export const GROUPS = 'StackInstancesGroup';

/** A stack set that stands, and what CloudFormation says of it. */
export interface StackSet {
  /** As the assembly has it. */
  readonly resource: Resource;
  /** What it brings; undefined where the assembly does not hold it. */
  readonly template: Template | undefined;
  /** The stack that holds it. */
  readonly home: DeployedStack;
  /** The stacks that it made, and those that it was to make; a reason where AWS does not tell. */
  readonly instances: readonly StackInstanceSummary[] | string;
}

/** The stack sets of an assembly that stand. */
export async function stackSetsOf(graph: Graph, standing: readonly Standing[]): Promise<readonly StackSet[]> {
  const homes = new Map(
    standing.flatMap(({ stack, deployed }) =>
      typeof deployed === 'object' ? [[resolve(stack.templateFile), deployed] as const] : [],
    ),
  );
  const found = graph.ofType(STACK_SET).map(async (resource): Promise<StackSet[]> => {
    const home = homes.get(resolve(resource.template.path));
    const name = home?.physicalIds.get(resource.logicalId);
    if (!home || name === undefined) return [];
    const instances = await instancesOf(name, resource, home);
    return [{ resource, template: graph.deployedBy(resource), home, instances }];
  });
  return (await Promise.all(found)).flat();
}

async function instancesOf(
  StackSetName: string,
  { properties }: Resource,
  { access }: DeployedStack,
): Promise<readonly StackInstanceSummary[] | string> {
  const client = access.client(CloudFormationClient);
  const CallAs = asText(properties['CallAs']) === 'DELEGATED_ADMIN' ? 'DELEGATED_ADMIN' : 'SELF';
  const found: StackInstanceSummary[] = [];
  try {
    for await (const { Summaries = [] } of paginateListStackInstances({ client }, { StackSetName, CallAs })) {
      found.push(...Summaries);
    }
    return found;
  } catch (error) {
    return refusalOf(error).message;
  }
}
