import { Construct } from 'constructs';
import { ManagedStackSet, type StackSetReach } from '../managed-stack-set';

/** Properties of {@link BaselineDelivery}. */
export interface BaselineDeliveryProps extends StackSetReach {
  /** Text of the template, from `baselineTemplate`. */
  readonly template: string;
  /** Regions in which each account gets it, in the order in which they are served. */
  readonly regions: readonly string[];
}

/**
 * Brings the baseline to every account of organisational units by a service-managed stack set: accounts that join a unit
 * get it by themselves, and keep it when they leave. The management account gets none: it deploys a `BaselineStack`.
 * Needs trusted access of stack sets in the organisation. Evidence for GOV-11, DET-01, DET-02, DET-03.
 */
export class BaselineDelivery extends Construct {
  /** @throws Error when no unit or region is given, an id is malformed, or a share is out of range. */
  constructor(scope: Construct, id: string, props: BaselineDeliveryProps) {
    super(scope, id);
    // "Default" stands in no logical id.
    new ManagedStackSet(this, 'Default', { ...props, description: 'Baseline of the accounts of the organisation' });
  }
}
