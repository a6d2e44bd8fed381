import type { Resource, Value } from '../../../template';
import type { EgressPath } from '../catalogue';
import type { Way } from '../ways';

/** What one path of one resource comes to. */
export interface Egress extends Way {
  readonly path: EgressPath;
  readonly resource: Resource;
  /** Below `Properties`; empty for the resource as a whole. */
  readonly property: string;
  readonly observed: Value | undefined;
}
