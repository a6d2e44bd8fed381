import { CloudFormationClient, paginateListStackResources, type Stack } from '@aws-sdk/client-cloudformation';
import { describeStack, refusalOf, type PlannedStack } from '../deploy';
import type { Access } from './access';

/** A stack as CloudFormation knows it. */
export interface DeployedStack {
  readonly stack: PlannedStack;
  readonly access: Access;
  /** What CloudFormation calls each resource that it made, by logical id. */
  readonly physicalIds: ReadonlyMap<string, string>;
  /** Types of these, by logical id. */
  readonly types: ReadonlyMap<string, string>;
  /** Values of its parameters, with what was read from Parameter Store. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly isProtected: boolean;
}

/** A stack, and what CloudFormation knows of it: undefined when it does not stand, a reason when AWS does not tell. */
export interface Standing {
  readonly stack: PlannedStack;
  readonly deployed: DeployedStack | string | undefined;
}

/** Stacks that never came to hold anything. */
const EMPTY = /^(REVIEW_IN_PROGRESS|ROLLBACK_COMPLETE|DELETE_COMPLETE)$/;

/** What CloudFormation knows of a stack. */
export async function standingOf(stack: PlannedStack, access: Access): Promise<Standing> {
  try {
    return { stack, deployed: await readStack(stack, access) };
  } catch (error) {
    return { stack, deployed: refusalOf(error).message };
  }
}

async function readStack(stack: PlannedStack, access: Access): Promise<DeployedStack | undefined> {
  const client = access.client(CloudFormationClient);
  const deployed = await describeStack(client, stack.name);
  if (!deployed || EMPTY.test(deployed.StackStatus ?? '')) return undefined;
  const physicalIds = new Map<string, string>();
  const kinds = new Map<string, string>();
  for await (const page of paginateListStackResources({ client }, { StackName: stack.name })) {
    for (const {
      LogicalResourceId: id,
      PhysicalResourceId,
      ResourceType,
      ResourceStatus,
    } of page.StackResourceSummaries ?? []) {
      if (id === undefined || PhysicalResourceId === undefined || ResourceStatus === 'DELETE_COMPLETE') continue;
      physicalIds.set(id, PhysicalResourceId);
      kinds.set(id, ResourceType ?? '');
    }
  }
  const isProtected = deployed.EnableTerminationProtection === true;
  return { stack, access, physicalIds, types: kinds, parameters: parametersOf(deployed), isProtected };
}

function parametersOf({ Parameters: parameters = [] }: Stack): ReadonlyMap<string, string> {
  return new Map(
    parameters.flatMap(({ ParameterKey: key, ParameterValue: value, ResolvedValue: resolved }) => {
      const known = resolved ?? value;
      return key === undefined || known === undefined ? [] : [[key, known] as const];
    }),
  );
}
