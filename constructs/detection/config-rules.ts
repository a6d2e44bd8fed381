/** An AWS managed rule of Config. */
export interface ManagedConfigRule {
  /** Name in the account, lower case with hyphens. */
  readonly name: string;
  /** Identifier in AWS's list of managed rules: `S3_BUCKET_SSL_REQUESTS_ONLY`. */
  readonly identifier: string;
  /** Control that the rule evidences while the account runs. */
  readonly control: string;
  /** @default - none */
  readonly parameters?: Readonly<Record<string, string>>;
}

const rule = (
  control: string,
  identifier: string,
  parameters?: Readonly<Record<string, string>>,
): ManagedConfigRule => ({
  name: identifier.toLowerCase().replaceAll('_', '-'),
  identifier,
  control,
  ...(parameters ? { parameters } : {}),
});

/**
 * What drifts most often and matters most (source: AWS Config, list of managed rules; the choice and the mapping to
 * controls are ours). Figures follow the controls: eight or more characters with four categories, eight remembered,
 * changed every six months (G3 11.4(b)).
 */
export const BASELINE_CONFIG_RULES: readonly ManagedConfigRule[] = [
  rule('LOG-01', 'CLOUD_TRAIL_ENABLED'),
  rule('LOG-02', 'CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED'),
  rule('DET-01', 'GUARDDUTY_ENABLED_CENTRALIZED'),
  rule('DET-02', 'SECURITYHUB_ENABLED'),
  rule('IDN-02', 'IAM_USER_MFA_ENABLED'),
  rule('IDN-03', 'IAM_ROOT_ACCESS_KEY_CHECK'),
  rule('IDN-04', 'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS'),
  rule('IDN-11', 'EC2_IMDSV2_CHECK'),
  rule('IDN-13', 'IAM_PASSWORD_POLICY', {
    RequireUppercaseCharacters: 'true',
    RequireLowercaseCharacters: 'true',
    RequireSymbols: 'true',
    RequireNumbers: 'true',
    MinimumPasswordLength: '8',
    PasswordReusePrevention: '8',
    MaxPasswordAge: '180',
  }),
  rule('KEY-01', 'ENCRYPTED_VOLUMES'),
  rule('KEY-01', 'RDS_STORAGE_ENCRYPTED'),
  rule('KEY-05', 'CMK_BACKING_KEY_ROTATION_ENABLED'),
  rule('KEY-06', 'KMS_CMK_NOT_SCHEDULED_FOR_DELETION'),
  rule('NET-09', 'VPC_DEFAULT_SECURITY_GROUP_CLOSED'),
  rule('NET-11', 'VPC_FLOW_LOGS_ENABLED'),
  rule('NET-08', 'INCOMING_SSH_DISABLED'),
  rule('NET-14', 'S3_BUCKET_SSL_REQUESTS_ONLY'),
  rule('RES-15', 'S3_BUCKET_PUBLIC_READ_PROHIBITED'),
  rule('RES-15', 'S3_BUCKET_PUBLIC_WRITE_PROHIBITED'),
  rule('RES-16', 'RDS_SNAPSHOTS_PUBLIC_PROHIBITED'),
  rule('BKP-06', 'DYNAMODB_PITR_ENABLED'),
  rule('WKL-01', 'RDS_INSTANCE_PUBLIC_ACCESS_CHECK'),
  rule('WKL-07', 'LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED'),
];
