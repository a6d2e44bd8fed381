/** Who asks. */
export type Principal =
  | {
      readonly type: 'role';
      /** Of the role that was assumed: `arn:aws:iam::111122223333:role/deploy`. A service-linked role is one whose path is `aws-service-role`. */
      readonly arn: string;
      /** Of the session: `arn:aws:sts::111122223333:assumed-role/deploy/run-7`. Unknown without it. */
      readonly session?: string;
    }
  | { readonly type: 'user'; readonly arn: string }
  | { readonly type: 'root'; readonly account: string }
  | {
      readonly type: 'federated-user';
      /** `arn:aws:sts::111122223333:federated-user/name`. */
      readonly arn: string;
      /** The IAM user who called GetFederationToken. */
      readonly user: string;
    }
  | {
      readonly type: 'service';
      /** `cloudtrail.amazonaws.com`. */
      readonly name: string;
    }
  | {
      readonly type: 'web-identity';
      /** Provider, as policies name it: `arn:aws:iam::111122223333:saml-provider/name`, `cognito-identity.amazonaws.com`. */
      readonly provider: string;
    }
  | { readonly type: 'anonymous' };

/** One value, several, or null where the request does not carry the key. */
export type ContextValue = string | readonly string[] | null;

/** An attempt to do something, as AWS sees it when it decides. */
export interface AccessRequest {
  /** `s3:PutObject`, in any case. */
  readonly action: string;
  /** ARN; `*` for actions that take no resource. */
  readonly resource: string;
  /**
   * Account that owns the resource.
   * @default - that of the principal
   */
  readonly resourceAccount?: string;
  readonly principal: Principal;
  /** Values of condition keys; names in any case. Nothing is derived from the other fields: `aws:PrincipalArn` stands here. */
  readonly context: Readonly<Record<string, ContextValue>>;
  /**
   * What holds of keys that `context` does not list: nothing is known of them, or the request does not carry them.
   * @default 'unknown'
   */
  readonly otherKeys?: 'unknown' | 'absent';
  /**
   * The organisation's management account, which neither service nor resource control policies bind.
   * @default - neither account is the management account
   */
  readonly managementAccount?: string;
}
