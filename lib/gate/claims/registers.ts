import type { LandingZoneConfig, StatedProperty } from '../../config';
import type { Flow, Transfer } from '../../model';

/** What the central team states of an account. */
export interface RegisteredAccount {
  readonly name: string;
  /** 12 digits. */
  readonly id: string;
  readonly classification: string;
  readonly personalData: boolean;
  readonly systemTier: number;
  /** Flows of the account's own networks; those between networks stand in `Registers.flows`. */
  readonly flows: readonly Flow[];
}

/** The authority against which the claims of templates are held. */
export interface Registers {
  readonly landingZone: string;
  readonly profile: string;
  readonly deploymentModel: string;
  readonly accounts: readonly RegisteredAccount[];
  /** Flows between networks, and with the internet. */
  readonly flows: readonly Flow[];
  readonly transfers: readonly Transfer[];
  /** What must hold of the network beside its flows. */
  readonly properties: readonly StatedProperty[];
}

/** The registers that a landing zone's config holds. */
export function registersOf(config: LandingZoneConfig): Registers {
  return {
    landingZone: config.name,
    profile: config.profile,
    deploymentModel: config.deploymentModel,
    accounts: config.accounts.map((account) => ({
      name: account.name,
      id: account.id,
      classification: account.holds.classification,
      personalData: account.holds.personalData,
      systemTier: account.systemTier,
      flows: account.vpcs.flatMap((vpc) => vpc.flows.map((flow) => qualified(flow, vpc.name ?? account.name))),
    })),
    flows: config.network.flows,
    transfers: config.transfers,
    properties: config.properties,
  };
}

/** A flow out of a VPC names both ends in full, as those at the other end must; one within it names zones alone. */
function qualified(flow: Flow, vpc: string): Flow {
  const { from, to } = flow;
  if (isOutside(from) === isOutside(to)) return flow;
  return isOutside(from) ? { ...flow, to: `${vpc}/${to}` } : { ...flow, from: `${vpc}/${from}` };
}

function isOutside(end: string): boolean {
  return end === 'internet' || end.includes('/');
}
