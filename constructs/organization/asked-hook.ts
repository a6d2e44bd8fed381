import { Aws, type CfnResource } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** What a hook can be asked about. */
export type HookOperation = 'STACK' | 'CHANGE_SET' | 'RESOURCE' | 'CLOUD_CONTROL';

/** When CloudFormation asks a hook, and what it does with the answer. */
export interface HookCalls {
  /** What CloudFormation does when the hook says no: stop, or warn. @default 'FAIL' */
  readonly failureMode?: 'FAIL' | 'WARN';
  /** Whether CloudFormation asks the hook at all; for emergencies. @default true */
  readonly enabled?: boolean;
  /** What is judged. @default - stacks, change sets, resources and Cloud Control */
  readonly operations?: readonly HookOperation[];
  /** ARNs of roles whose stack operations are not judged: those for emergencies. @default - none */
  readonly exemptRoles?: readonly string[];
}

export const ALL_OPERATIONS: readonly HookOperation[] = ['STACK', 'CHANGE_SET', 'RESOURCE', 'CLOUD_CONTROL'];

const ALIAS = /^(?!aws)[a-z0-9]{2,64}(::[a-z0-9]{2,64}){2}$/i;

/**
 * Properties that hooks of CloudFormation have in common: what makes or changes something is judged before it happens,
 * but not the hook's own stack.
 * @throws Error when the alias is malformed.
 */
export function hookCalls(scope: Construct, alias: string, calls: HookCalls) {
  const { failureMode = 'FAIL', enabled = true, operations = ALL_OPERATIONS, exemptRoles = [] } = calls;
  if (!ALIAS.test(alias)) {
    throw new Error(
      `[${scope.node.path}] found the alias "${alias}", expected three names such as Ministry::Gate::Hook`,
    );
  }
  return {
    alias,
    hookStatus: enabled ? 'ENABLED' : 'DISABLED',
    failureMode,
    targetOperations: [...operations],
    stackFilters: {
      filteringCriteria: 'ALL',
      // A stack set gives each of its stacks a name of its own.
      stackNames: { exclude: [Aws.STACK_NAME] },
      ...(exemptRoles.length === 0 ? {} : { stackRoles: { exclude: [...exemptRoles] } }),
    },
  };
}

/** CDK asks for a list of targets, which CloudFormation takes only instead of these. */
export function judgeCreationAndUpdate(hook: CfnResource): void {
  hook.addPropertyOverride('TargetFilters', { Actions: ['CREATE', 'UPDATE'], InvocationPoints: ['PRE_PROVISION'] });
}
