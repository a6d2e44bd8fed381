import type { LandingZoneConfig, VpcConfig } from '../schema';

/** A VPC with its name, and whose it is. */
export interface PlacedNetwork {
  readonly name: string;
  readonly account: string;
  /** Undefined in shared accounts. */
  readonly department: string | undefined;
  readonly vpc: VpcConfig;
}

export function placedVpcs(config: LandingZoneConfig): PlacedNetwork[] {
  return config.accounts.flatMap((account) =>
    account.vpcs.map((vpc) => ({
      name: vpc.name ?? account.name,
      account: account.name,
      department: account.role === 'workload' ? account.department : undefined,
      vpc,
    })),
  );
}
