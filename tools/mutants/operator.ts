/** A template as it stands in JSON. */
export interface Template {
  Metadata?: Record<string, unknown>;
  readonly Resources: Record<string, Resource>;
}

export interface Resource {
  readonly Type: string;
  Properties?: Body;
  Metadata?: Record<string, unknown>;
  DeletionPolicy?: string;
}

export type Body = Record<string, unknown>;

/** One place where a template can be weakened. */
export interface Site {
  readonly template: Template;
  readonly logicalId: string;
  readonly resource: Resource;
}

/** Weakens a template in place; false where there is nothing to weaken. */
export type Change = (site: Site) => boolean;

/** One realistic weakening, whatever template it meets. */
export interface Operator {
  readonly name: string;
  /** Resources that it weakens, or beside which it adds something. */
  readonly type: string;
  readonly change: Change;
  /** Controls of which the gate must name one. */
  readonly controls: readonly string[];
}
