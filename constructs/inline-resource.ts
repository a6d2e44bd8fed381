import type { aws_iam as iam, aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Profile } from '../lib/profiles';
import { InlineFunction } from './inline-function';

/** Properties of {@link InlineResource}. */
export interface InlineResourceProps {
  /** Folder of the handler in `lib/handlers`. */
  readonly handler: string;
  /** What the function does, for people. */
  readonly description: string;
  /** `Custom::LionrockPasswordPolicy`. */
  readonly resourceType: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** What the handler may call, and nothing else. */
  readonly actions: readonly string[];
  /** What it may call on resources that can be named. @default - nothing */
  readonly statements?: readonly iam.PolicyStatement[];
  /** Why the actions can name no resource. */
  readonly withoutResource: string;
  /** Physical name of the function. */
  readonly functionName: string;
  /** Customer key of the function's log; it must admit log groups. */
  readonly encryptionKey: kms.IKey;
  /** States how long the log is kept. */
  readonly profile: Profile;
}

/** One custom resource with a function of its own. */
export class InlineResource extends Construct {
  /** @throws Error when the handler was not built. */
  constructor(scope: Construct, id: string, props: InlineResourceProps) {
    super(scope, id);
    const { encryptionKey, profile, resourceType, properties, ...rest } = props;
    // "Default" stands in no logical id.
    const made = new InlineFunction(this, 'Default', { ...rest, log: { encryptionKey, profile } });
    // CDK takes either name for the child that matters, and refuses both where nobody says which.
    this.node.defaultChild = made.resource(this, 'Resource', { resourceType, properties });
  }
}
