/** Operators and keys of a condition, as in an IAM policy. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A statement of an organisation policy: these only deny. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Deny';
  readonly Principal?: '*';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Conditions;
}

/** Denies actions, everywhere or when a condition holds; `resource` where a key belongs to one kind of resource only. */
export function denied(Sid: string, Action: readonly string[], when?: Conditions, resource = '*'): Statement {
  return { Sid, Effect: 'Deny', Action, Resource: resource, ...(when ? { Condition: when } : {}) };
}

/** Adds an exemption of roles, by ARN patterns, to a condition. */
export function exceptRoles(when: Conditions, roles: readonly string[]): Conditions {
  return roles.length === 0 ? when : { ...when, ArnNotLike: { ...when['ArnNotLike'], 'aws:PrincipalArn': roles } };
}
