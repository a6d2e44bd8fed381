import type { IConstruct } from 'constructs';
import type { RunError } from '../model';
import type { Graph, Resource } from '../template';

/** Where a resource stands in the construct tree. */
export interface Place {
  /** The resource's own construct, or the nearest one known around it. */
  readonly construct: IConstruct;
  /** File of its template, once it has been synthesized. */
  readonly templatePath?: string;
}

/** What a pack judges: templates that see each other, and where their resources come from. */
export interface Subject {
  readonly graph: Graph;
  /** What could not be read, as a whole or in part. */
  readonly errors: readonly RunError[];
  /** Root of what was asked about. */
  readonly scope: IConstruct;
  /** Whether statements on the whole estate belong here: not when a part of a stack was asked about. */
  readonly isWhole: boolean;
  /** Whether a construct is part of what was asked about. */
  concerns(construct: IConstruct): boolean;
  /** Where a resource, parameter or output stands; undefined when it was not asked about. */
  place(resource: Pick<Resource, 'template' | 'logicalId'>): Place | undefined;
}
