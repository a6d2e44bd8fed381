import { Duration, type CustomResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { InlineFunction, type InlineLog } from '../inline-function';

/** The log of a function that runs at deployment. */
export type LookupLog = InlineLog;

export interface DeploymentLookupProps extends LookupLog {
  /** What is looked up, for people. */
  readonly description: string;
  /** Folder of the handler in `lib/handlers`: it answers with the attributes of what it found. */
  readonly handler: string;
  /** Actions that it needs: they read, and know no resources. */
  readonly actions: readonly string[];
}

/** Longest time in which something is found. */
const PATIENCE = Duration.minutes(10);

/**
 * Looks up what AWS names only at deployment and CloudFormation tells no template: a custom resource that reads and
 * changes nothing.
 */
export class DeploymentLookup extends Construct {
  private readonly looking: InlineFunction;

  constructor(scope: Construct, id: string, { description, handler, actions, ...log }: DeploymentLookupProps) {
    super(scope, id);
    this.looking = new InlineFunction(this, 'Default', {
      handler,
      description,
      actions,
      withoutResource: `${actions.join(', ')} know no resources, and change nothing.`,
      log,
      timeout: PATIENCE,
    });
  }

  /**
   * Looks something up.
   * @param what type of the custom resource, without its prefix: `ManagedDomainList`
   */
  find(id: string, what: string, properties: Readonly<Record<string, string>>): CustomResource {
    return this.looking.resource(this, id, { resourceType: `Custom::${what}`, properties });
  }
}
