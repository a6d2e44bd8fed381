/** What a property that is true or false says of a public address. */
export const YES_NO = { true: true, false: false };

/** A source that stands in the subnets of a group, which it names at a path. */
export function subnetGroup(path: string, subnets: string, groups: string): PlaceSource {
  return { subnets: [], groups: [groups], subnetGroup: { path, subnets }, publicUnless: false };
}

/** Where a kind of resource says in which subnets it has network interfaces, and which security groups they wear. */
export interface PlaceSource {
  /** Paths of subnet ids. */
  readonly subnets: readonly string[];
  /** Paths of security group ids. Where none is set, the VPC's default group is worn. */
  readonly groups: readonly string[];
  /** Path of a name of a subnet group, and the subnets of that. */
  readonly subnetGroup?: { readonly path: string; readonly subnets: string };
  /** Where it says whether it has a public IPv4 address. */
  readonly publicAt?: { readonly path: string; readonly means: Readonly<Record<string, boolean>> };
  /** When it says nothing: `subnet` is what the subnet gives to instances. */
  readonly publicUnless: 'subnet' | boolean;
  /** When AWS makes a group of its own for it, which no template has: besides those that are named, or unless some are. */
  readonly made?: 'always' | 'unless named';
  /** False where no security group filters when none is set. @default true */
  readonly filtered?: boolean;
}
