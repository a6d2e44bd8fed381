import type { AccountConfig, LandingZoneConfig } from '../../lib/config';

/** Departments start here, above the shared networks of the example: 10.64.32.0. In /24 networks from 10.64.0.0. */
const FIRST_BLOCK = 32;
/** Size of a department's block, in /24 networks: a /21. */
const STEP = 8;
/** End of the example's address space 10.64.0.0/14, in /24 networks. */
const END = 1024;

/**
 * The example with `count` copies of its first department account in place of its departments; nothing is published, the
 * flow from the internet is the only one between networks, and people have the break-glass role only. All else is as in the example.
 * @throws Error when the example has no department, or its address space does not hold that many.
 */
export function withDepartments(example: LandingZoneConfig, count: number): LandingZoneConfig {
  const most = Math.floor((END - FIRST_BLOCK) / STEP);
  if (count > most) throw new Error(`the address space of the example holds ${most} departments, asked for ${count}`);
  const shared = example.accounts.filter((account) => account.role !== 'workload');
  const model = example.accounts.find((account) => account.role === 'workload');
  if (!model) throw new Error('the example has no department account to copy');
  const { ingress } = example.network;
  const flows = example.network.flows.filter((flow) => flow.from === 'internet');
  return {
    ...example,
    accounts: [...shared, ...Array.from({ length: count }, (_, index) => department(model, index))],
    network: { ...example.network, ...(ingress ? { ingress: { ...ingress, publish: [] } } : {}), flows },
    identity: { breakGlass: example.identity.breakGlass, pipelines: [] },
  };
}

function department(model: AccountConfig, index: number): AccountConfig {
  const name = `department-${String(index + 1).padStart(3, '0')}`;
  const id = String(300000000000 + index);
  return {
    ...model,
    name,
    department: name,
    id,
    vpcs: model.vpcs.map((vpc) => renumbered(vpc, FIRST_BLOCK + index * STEP)),
    workloads: model.workloads.map((workload) => inAccount(workload, model.id, id)),
  };
}

/** ARNs in a workload name the account that they are copied to. */
function inAccount<T>(workload: T, from: string, to: string): T {
  return JSON.parse(JSON.stringify(workload).replaceAll(`:${from}:`, `:${to}:`)) as T;
}

/** Moves a VPC of the form 10.64.x.0/21 to another block of 10.64.0.0/14. */
function renumbered<T extends AccountConfig['vpcs'][number]>(vpc: T, block: number): T {
  const first = Number(vpc.cidr.split('.')[2]);
  const text = JSON.stringify(vpc).replaceAll(/\b10\.64\.(\d+)\./g, (_, third: string) => {
    const value = block + Number(third) - first;
    return `10.${64 + Math.floor(value / 256)}.${value % 256}.`;
  });
  return JSON.parse(text) as T;
}
