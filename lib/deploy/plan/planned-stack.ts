/** A stack of a cloud assembly, with what its deployment needs. */
export interface PlannedStack {
  /** Its path in the app, `network/hub`: what the CDK command line calls it. */
  readonly id: string;
  /** Name in CloudFormation. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** Name of the stage, which is the account's in a landing zone; empty where the app has none. */
  readonly stage: string;
  /** Last part of the path: `hub`. */
  readonly capability: string;
  /** Absolute path of the template. */
  readonly templateFile: string;
  /** Digest of the template and its assets: another one is another deployment. */
  readonly digest: string;
  /** ARN of the role that deploys it; undefined where the caller does. */
  readonly deployRole?: string;
  /** ARN of the role that may look into the account. */
  readonly lookupRole?: string;
  /** What the account must be bootstrapped with. */
  readonly bootstrap?: BootstrapNeed;
  /** Ids of the stacks that must stand before this one. */
  readonly dependencies: readonly string[];
}

export interface BootstrapNeed {
  /** Lowest version. */
  readonly version: number;
  /** SSM parameter that says which version there is. */
  readonly parameter: string;
}
