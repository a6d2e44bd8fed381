import { readFileSync } from 'node:fs';
import { embed } from './embed';

/** What is charged for by the hour, whether anything passes or not. */
interface Charge {
  readonly unit: string;
  /** US dollars an hour in us-east-1. */
  readonly hourly: number;
  /** Where the figure comes from. */
  readonly source: string;
}

const MEMORY = 'from memory';

const CHARGES = {
  attachment: { unit: 'attachment to a transit gateway', hourly: 0.05, source: MEMORY },
  firewall: { unit: 'firewall endpoint', hourly: 0.395, source: MEMORY },
  decryption: { unit: 'firewall endpoint with TLS inspection, in addition', hourly: 1.095, source: MEMORY },
  nat: { unit: 'NAT gateway', hourly: 0.045, source: 'cloudburn.io, 24 February 2026' },
  address: { unit: 'public IPv4 address', hourly: 0.005, source: 'cloudburn.io, 24 February 2026' },
  endpoint: { unit: 'interface endpoint in one availability zone', hourly: 0.01, source: MEMORY },
  resolver: {
    unit: 'address of a resolver endpoint',
    hourly: 0.125,
    source: 'repost.aws, Route 53 Resolver endpoint costs, read undated',
  },
  vpn: { unit: 'VPN connection', hourly: 0.05, source: MEMORY },
  balancer: { unit: 'load balancer, without its capacity units', hourly: 0.0225, source: MEMORY },
  managedAddress: {
    unit: 'address in use that IPAM manages',
    hourly: 0.00027,
    source: 'AWS’s page on VPC, IPAM’s advanced tier, as copied on 13 May 2024',
  },
  names: { unit: 'profile of Route 53, with its first hundred VPCs', hourly: 0.75, source: MEMORY },
  furtherNames: { unit: 'VPC that uses it beyond those', hourly: 0.0014, source: MEMORY },
  task: { unit: 'Fargate task of half a CPU and 1 GiB', hourly: 0.02469, source: MEMORY },
} as const satisfies Readonly<Record<string, Charge>>;

type ChargeName = keyof typeof CHARGES;

/** How many of something stand there, for a number of departments. */
type Quantity = (departments: number) => number;

interface Choice {
  readonly choice: string;
  readonly quantities: Partial<Readonly<Record<ChargeName, Quantity>>>;
}

const ZONES = 3;
/** Services of which a VPC of the example has an endpoint. */
const SERVICES = 11;
/** Of which the VPC of a reverse proxy has one. */
const PROXY_SERVICES = 5;
/** VPCs beside those of departments: of shared services and of the way in. */
const OTHER_VPCS = 2;
/** Which a profile has without further charge. */
const PROFILE_VPCS = 100;
const HOURS = 730;
const DEPARTMENTS = [5, 50, 200];

const CHOICES: readonly Choice[] = [
  {
    choice: 'The hub: an attachment for each department, shared services and the way in',
    quantities: { attachment: (n) => n + OTHER_VPCS },
  },
  { choice: 'Inspection in a VPC', quantities: { firewall: () => ZONES, attachment: () => 1 } },
  { choice: 'Inspection at the transit gateway', quantities: { firewall: () => ZONES, attachment: () => 1 } },
  { choice: 'TLS inspection, in addition', quantities: { decryption: () => ZONES } },
  { choice: 'The way out', quantities: { nat: () => ZONES, address: () => ZONES, attachment: () => 1 } },
  { choice: 'The way in', quantities: { balancer: () => 1, address: () => ZONES } },
  {
    choice: 'Reverse proxy of the way in: tasks, and the endpoints from which they start',
    quantities: { task: () => ZONES, endpoint: () => ZONES * PROXY_SERVICES },
  },
  { choice: 'Endpoints in each department’s VPC', quantities: { endpoint: (n) => n * ZONES * SERVICES } },
  { choice: 'Endpoints in a central VPC', quantities: { endpoint: () => ZONES * SERVICES } },
  {
    choice: 'Names for all VPCs, by a profile of Route 53',
    quantities: { names: () => 1, furtherNames: (n) => Math.max(0, n + OTHER_VPCS - PROFILE_VPCS) },
  },
  {
    choice: 'Pools of IPAM, for the addresses of endpoints and attachments',
    quantities: { managedAddress: (n) => n * ZONES * (SERVICES + 1) },
  },
  { choice: 'Names of other networks', quantities: { resolver: () => ZONES } },
  { choice: 'Government network by VPN', quantities: { vpn: () => 1, attachment: () => 1 } },
  { choice: 'Government network by Direct Connect, without the line', quantities: { attachment: () => 1 } },
];

/** The page on costs, with its tables: path to content. */
export function networkCostsDocs(): Record<string, string> {
  const path = 'docs/network-costs.md';
  const text = embed(readFileSync(path, 'utf8'), 'charges', charges());
  return { [path]: embed(text, 'choices', choices()) };
}

function charges(): string {
  return [
    '| Charged by the hour | USD, assumed | Source |',
    '| --- | --- | --- |',
    ...Object.values(CHARGES).map(({ unit, hourly, source }) => `| ${unit} | ${hourly} | ${source} |`),
  ].join('\n');
}

function choices(): string {
  return [
    `| Choice | Quantity | ${DEPARTMENTS.map((count) => `${count} departments`).join(' | ')} |`,
    `| --- | --- |${DEPARTMENTS.map(() => ' ---: |').join('')}`,
    ...CHOICES.map(row),
  ].join('\n');
}

function row({ choice, quantities }: Choice): string {
  const names = Object.keys(CHARGES).filter((name): name is ChargeName => name in quantities);
  const said = names.map(
    (name) => `${DEPARTMENTS.map((count) => quantities[name]?.(count)).join('/')} ${CHARGES[name].unit}`,
  );
  const monthly = DEPARTMENTS.map((count) =>
    names.reduce((sum, name) => sum + (quantities[name]?.(count) ?? 0) * CHARGES[name].hourly * HOURS, 0),
  );
  return `| ${choice} | ${said.map(once).join('; ')} | ${monthly.map((sum) => Math.round(sum).toLocaleString('en-GB')).join(' | ')} |`;
}

/** `3/3/3 NAT gateway` is `3 NAT gateway`. */
function once(text: string): string {
  return text.replace(/^(\d+)(?:\/\1)+ /, '$1 × ').replace(/^([\d/]+\/\d+) /, '$1 × ');
}
