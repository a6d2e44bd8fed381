import type { PermissionKind } from '../../../model';
import type { Resource } from '../../../template';
import type { Statement } from '../../baseline/statement';

/** A statement of a policy, and where it stands. */
export interface PlacedStatement extends Statement {
  readonly resource: Resource;
  /** `Properties.PolicyDocument.Statement.0` */
  readonly property: string;
  /** Its conditions, as they are written. */
  readonly when: readonly string[];
  /** Its actions as they are written, by how they are compared. */
  readonly spelling: ReadonlyMap<string, string>;
  /** False when some deployments are without it. */
  readonly isCertain: boolean;
}

/** All that the policies of one identity permit it, or all that the policies of one resource permit others. */
export interface Holder {
  readonly kind: PermissionKind;
  /** The identity, or the resource, for people. */
  readonly name: string;
  readonly resource: Resource;
  readonly statements: readonly PlacedStatement[];
  /** Of an identity, what its permissions boundary allows at most; undefined without one, or where it is not known. */
  readonly boundary?: readonly PlacedStatement[];
  /** What could not be read. */
  readonly unread: readonly string[];
}
