import type { Value } from './value';

/**
 * What AWS made of a resource: its physical id, or an attribute; undefined where that is not known.
 * @param template path of the template that holds it
 */
export type DeployedValue = (template: string, logicalId: string, attribute: string | undefined) => Value | undefined;

/** What a template cannot say of itself. What a cloud assembly says of region, account and stack name comes first. */
export interface TemplateOptions {
  /** Region of the deployment, for example `ap-east-1`. Default: what the assembly says, else unknown. */
  readonly region?: string;
  /** Account id of the deployment. Default: what the assembly says, else unknown. */
  readonly account?: string;
  /** Default: the partition of the region, else unknown. */
  readonly partition?: string;
  /** Name of the stack. Default: what the assembly says, else unknown. */
  readonly stackName?: string;
  /** Whether the stack is protected against its deletion. Default: what the assembly says, else unknown. */
  readonly terminationProtection?: boolean;
  /** Values for the parameters of top-level templates, by name: they decide, where a default does not. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What resources became, for templates that were deployed: references are resolved to it. Default: nothing is deployed. */
  readonly deployed?: DeployedValue;
}
