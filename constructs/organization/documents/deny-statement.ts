/** Operators and keys of a condition, as in an IAM policy. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A statement of a service control policy. Guardrails only deny: what is allowed stays with the accounts. */
export interface DenyStatement {
  readonly Sid: string;
  readonly Effect: 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: ConditionBlock;
}

interface DenyOptions {
  /** @default '*' */
  readonly resources?: string | readonly string[];
  /** @default - always */
  readonly when?: ConditionBlock;
  /**
   * ARN patterns of the roles that are exempt.
   * @default - nobody
   */
  readonly except?: readonly string[];
}

/** Builds a statement; exempt roles become `ArnNotLike` on `aws:PrincipalArn`, which is a session's role. */
export function deny(sid: string, actions: string | readonly string[], options: DenyOptions = {}): DenyStatement {
  const { resources = '*', when = {}, except = [] } = options;
  const exemption = except.length > 0 ? { ArnNotLike: { ...when['ArnNotLike'], 'aws:PrincipalArn': except } } : {};
  const condition = { ...when, ...exemption };
  return {
    Sid: sid,
    Effect: 'Deny',
    Action: actions,
    Resource: resources,
    ...(Object.keys(condition).length > 0 ? { Condition: condition } : {}),
  };
}
