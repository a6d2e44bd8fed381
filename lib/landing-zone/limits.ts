import { CLOUDFORMATION_QUOTAS } from '../model';

/** How much of CloudFormation's limits one stack uses. */
export interface StackUse {
  /** Display name: `account/capability`. */
  readonly stack: string;
  readonly resources: number;
  readonly parameters: number;
  readonly outputs: number;
  /** Size of the template, in bytes. */
  readonly bytes: number;
}

/** Counts what a template body uses. */
export function stackUse(stack: string, body: string): StackUse {
  const template: unknown = JSON.parse(body);
  const count = (section: string): number => {
    const entries = typeof template === 'object' && template !== null ? Reflect.get(template, section) : undefined;
    return typeof entries === 'object' && entries !== null ? Object.keys(entries).length : 0;
  };
  return {
    stack,
    resources: count('Resources'),
    parameters: count('Parameters'),
    outputs: count('Outputs'),
    bytes: Buffer.byteLength(body),
  };
}

/** One sentence for each limit that a stack exceeds. */
export function exceededLimits(use: StackUse): string[] {
  const limits = [
    ['resources', use.resources, CLOUDFORMATION_QUOTAS.resources],
    ['parameters', use.parameters, CLOUDFORMATION_QUOTAS.parameters],
    ['outputs', use.outputs, CLOUDFORMATION_QUOTAS.outputs],
    ['bytes of template', use.bytes, CLOUDFORMATION_QUOTAS.bodyBytes],
  ] as const;
  return limits
    .filter(([, found, limit]) => found > limit)
    .map(
      ([what, found, limit]) =>
        `stack ${use.stack} has ${found} ${what}: CloudFormation allows ${limit}. Move part of what it configures to another account or VPC.`,
    );
}
