/** Kinds of organisation policy, as AWS Organizations names them. */
export const GUARDRAIL_TYPES = [
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'TAG_POLICY',
  'BACKUP_POLICY',
  'AISERVICES_OPT_OUT_POLICY',
  'S3_POLICY',
] as const;
export type GuardrailType = (typeof GUARDRAIL_TYPES)[number];

/** An organisation policy ready to be attached: pure data, within the quota of its type. */
export interface GuardrailDocument {
  /** Stable name, unique in an organisation: lower case with hyphens, at most 128 characters. */
  readonly name: string;
  readonly type: GuardrailType;
  /** What it prevents and why, for the reviewer: at most 512 characters. */
  readonly description: string;
  /** The policy document. Its minified JSON is what the quota counts. */
  readonly document: object;
}
