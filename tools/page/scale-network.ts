import { networkReview } from '../../lib/gate/review/network';
import type { Flow, NetworkReview } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { estate } from '../bench/estate';

/** The department that forgot to declare what its applications read. */
export const FORGETFUL = 7;

/**
 * The network of a whole government: three zones for each department behind one transit gateway, with the flows that they
 * declare, as the review has it.
 */
export function scaleNetwork(departments: number, now: Date): NetworkReview {
  const graph = estate(departments, flowsOf);
  const network = networkReview({ path: 'cdk.out', graph }, { profile: profileById('hk-s17'), now });
  if (!network) throw new Error('expected a network, found none: the estate is not as it was meant');
  return network;
}

function flowsOf(department: number): readonly Flow[] {
  const name = (zone: string) => `department-${department}/${zone}`;
  return [
    flow(`asks-${department}`, 'department-0/web', name('web'), 443),
    flow(`asks-from-app-${department}`, 'department-0/app', name('web'), 443),
    flow(`asks-from-data-${department}`, 'department-0/data', name('web'), 443),
    flow(`serves-${department}`, name('web'), name('app'), 8080),
    ...(department === FORGETFUL ? [] : [flow(`reads-${department}`, name('app'), name('data'), 5432)]),
  ].filter(({ from, to }) => from !== to);
}

function flow(id: string, from: string, to: string, port: number): Flow {
  return { id, from, to, protocol: 'tcp', ports: [port], reason: `Department service ${id}` };
}
