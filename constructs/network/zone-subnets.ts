/** A zone and its subnets. */
export interface ZoneSubnets {
  /** Name in the profile's zone model. */
  readonly name: string;
  /**
   * One IPv4 block for each availability zone: in their order, or by their names, which may then be written in any order.
   * @default cut from the VPC's block, at a place that belongs to the zone and the availability zone
   */
  readonly subnets?: readonly string[] | Readonly<Record<string, string>>;
}

/** A block that a pool of IPAM gives at deployment. Which addresses it holds no template says, and so no proof. */
export interface PoolAllocation {
  readonly ipamPoolId: string;
  /** Prefix length of the VPC's block, 16 to 23. */
  readonly netmaskLength: number;
}
