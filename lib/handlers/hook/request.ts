import { z } from 'zod';

const text = z.string().nullish();

/** The documentation spells two names in two ways: `clientRequesttoken` and `stackID` beside those of its examples. */
const eventSchema = z.looseObject({
  clientRequestToken: text,
  clientRequesttoken: text,
  awsAccountId: text,
  stackId: text,
  stackID: text,
  actionInvocationPoint: text,
  requestData: z.looseObject({
    targetName: z.string(),
    targetLogicalId: text,
    payload: text,
    targetModel: z.looseObject({ resourceProperties: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  }),
});

/**
 * What CloudFormation asks a Lambda hook (Hooks User Guide, “Create Lambda functions to evaluate resources for Lambda
 * Hooks”).
 */
export interface HookRequest {
  /** `STACK` and `CHANGE_SET` bring a template, a resource type brings one resource. */
  readonly targetName: string;
  readonly brings: 'template' | 'resource';
  readonly logicalId: string;
  /** Whether something is taken away: there is nothing to judge then. */
  readonly deletes: boolean;
  /** Id of the account; undefined when the event lacks it. */
  readonly account: string | undefined;
  /** ARN of the stack; undefined for Cloud Control, which knows no stacks. */
  readonly stackId: string | undefined;
  /** Where the template is fetched. */
  readonly payload: string | undefined;
  /** Proposed properties of the resource, resolved by CloudFormation. */
  readonly properties: Readonly<Record<string, unknown>> | undefined;
}

/** @throws Error when the event is not one of a Lambda hook. */
export function requestOf(event: unknown): HookRequest {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the event'}: ${message}`);
    throw new Error(`expected the event of a CloudFormation Lambda hook: ${places.join('; ')}`);
  }
  const { requestData, ...data } = parsed.data;
  const { targetName } = requestData;
  return {
    targetName,
    brings: ['STACK', 'CHANGE_SET'].includes(targetName) ? 'template' : 'resource',
    logicalId: requestData.targetLogicalId ?? 'Resource',
    deletes: data.actionInvocationPoint?.startsWith('DELETE') ?? false,
    account: data.awsAccountId ?? undefined,
    stackId: data.stackId || data.stackID || undefined,
    payload: requestData.payload ?? undefined,
    properties: requestData.targetModel?.resourceProperties ?? undefined,
  };
}

/** The token that the answer must repeat, also where the rest of the event is wrong. */
export function tokenOf(event: unknown): string | undefined {
  const { data } = z.looseObject({ clientRequestToken: text, clientRequesttoken: text }).safeParse(event);
  return data?.clientRequestToken ?? data?.clientRequesttoken ?? undefined;
}
