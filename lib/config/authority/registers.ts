import type { LandingZoneConfig, StatedProperty } from '../schema';
import type { Flow, Transfer } from '../../model';

/** Path of the organisation's root. */
const ROOT = 'Root';

/** What the central team states of an account. */
export interface RegisteredAccount {
  readonly name: string;
  /** 12 digits. */
  readonly id: string;
  /** Department that owns it. */
  readonly department?: string;
  readonly classification: string;
  readonly personalData: boolean;
  readonly systemTier: number;
  /** Whether it is the organisation's management account. @default false */
  readonly isManagement?: boolean;
  /** The organisational unit of the account and those above it, each by path and by id. */
  readonly units?: readonly string[];
  /** Flows of the account's own networks; those between networks stand in `Registers.flows`. */
  readonly flows: readonly Flow[];
}

/** The authority against which the claims of templates are held. */
export interface Registers {
  readonly landingZone: string;
  /** Id of the organisation. */
  readonly organization?: string;
  readonly profile: string;
  readonly deploymentModel: string;
  readonly accounts: readonly RegisteredAccount[];
  /** Flows between networks, and with the internet. */
  readonly flows: readonly Flow[];
  readonly transfers: readonly Transfer[];
  /** What must hold of the network beside its flows. */
  readonly properties: readonly StatedProperty[];
  /** Actions that the organisation lets be called in every region, beside those of global services. @default none */
  readonly allowedGlobalServices?: readonly string[];
}

/** The registers that a landing zone's config holds. */
export function registersOf(config: LandingZoneConfig): Registers {
  return {
    landingZone: config.name,
    organization: config.organization.id,
    profile: config.profile,
    deploymentModel: config.deploymentModel,
    accounts: config.accounts.map((account) => ({
      name: account.name,
      id: account.id,
      department: account.department,
      classification: account.holds.classification,
      personalData: account.holds.personalData,
      systemTier: account.systemTier,
      isManagement: account.role === 'management',
      units: unitsAt(account.unit, config.organization),
      flows: account.vpcs.flatMap((vpc) => vpc.flows.map((flow) => qualified(flow, vpc.name ?? account.name))),
    })),
    flows: config.network.flows,
    transfers: config.transfers,
    properties: config.properties,
    allowedGlobalServices: config.guardrails.allowedGlobalServices,
  };
}

/** A unit and those above it, up to the root. */
function unitsAt(path: string, organization: LandingZoneConfig['organization']): readonly string[] {
  if (path === ROOT) return [ROOT, organization.rootId];
  const parts = path.split('/');
  const [name, parent] = [parts.at(-1) ?? '', parts.slice(0, -1).join('/') || ROOT];
  const unit = organization.units.find((each) => each.name === name && each.parent === parent);
  return [path, ...(unit ? [unit.id] : []), ...unitsAt(parent, organization)];
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
