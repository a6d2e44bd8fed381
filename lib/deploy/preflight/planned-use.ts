import { readFileSync } from 'node:fs';
import type { SigningKeys } from '../aws';
import type { PlannedStack, Target } from '../plan';
import type { ServiceQuota } from './quotas';

/** A resource of a template, as far as quotas count it. */
export interface CountedResource {
  readonly stack: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What is planned for an account and region, and the keys that may look there. */
export interface Planned {
  readonly target: Target;
  readonly keys: SigningKeys;
  /** Where the partition has its global services. */
  readonly globalRegion: string;
  readonly resources: readonly CountedResource[];
}

/** What quotas are held against: they belong to an account, whatever stack or role brings something there. */
export interface PlannedUse extends Omit<Planned, 'resources'> {
  /** Planned for the region of the target, by any role. */
  readonly inRegion: readonly CountedResource[];
  /** Planned for the account, in any region: services that are global count them together. */
  readonly inAccount: readonly CountedResource[];
}

/** The resources of all stacks. */
export function resourcesOf(stacks: readonly PlannedStack[]): CountedResource[] {
  return stacks.flatMap(({ id, templateFile }) => {
    const template: {
      readonly Resources?: Readonly<
        Record<string, { readonly Type: string; readonly Properties?: Record<string, unknown> }>
      >;
    } = JSON.parse(readFileSync(templateFile, 'utf8'));
    return Object.values(template.Resources ?? {}).map(({ Type: type, Properties: properties = {} }) => ({
      stack: id,
      type,
      properties,
    }));
  });
}

/** How much of a quota the resources use: all together, or the most in one of what the quota is for. */
export function plannedUse(resources: readonly CountedResource[], { type, per, code }: ServiceQuota): number {
  const counted = resources.filter((resource) => resource.type === type && isCounted(resource, code));
  if (!per) return counted.length;
  const groups = new Map<string, number>();
  for (const { stack, properties } of counted) {
    const value = properties[per.property] ?? per.unset;
    // A name is the same in every stack; a reference is one within its own.
    const key = typeof value === 'string' ? value : `${stack} ${JSON.stringify(value)}`;
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...groups.values());
}

/** Gateway endpoints have a quota of their own. */
function isCounted({ type, properties }: CountedResource, code: string): boolean {
  return type !== 'AWS::EC2::VPCEndpoint' || code !== 'L-29B6F2EB' || properties['VpcEndpointType'] === 'Interface';
}
