import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AddressPools, type DepartmentAddresses } from '../../../constructs/network';
import type { LandingZoneConfig } from '../../config';
import type { StackContext } from '../context';

/** Whose which addresses are: pools of the home region, of each environment, of each department. */
export class AddressesStack extends Stack {
  constructor(scope: Construct, id: string, { config }: StackContext) {
    super(scope, id, { description: 'Pools of the addresses of all VPCs', terminationProtection: true });
    const { homeRegion: region, network } = config;
    new AddressPools(this, 'Pools', {
      regions: [{ region, cidrs: network.addressSpace }],
      departments: departments(config),
    });
  }
}

/** The blocks of a department's VPCs, as the config states them, in the order of the accounts. */
function departments({ accounts, homeRegion: region }: LandingZoneConfig): DepartmentAddresses[] {
  const owners = new Map<string, DepartmentAddresses>();
  for (const { department, environment, vpcs } of accounts) {
    if (vpcs.length === 0) continue;
    const key = `${environment} ${department}`;
    const cidrs = [...(owners.get(key)?.cidrs ?? []), ...vpcs.map(({ cidr }) => cidr)];
    owners.set(key, { region, environment, department, cidrs });
  }
  return [...owners.values()];
}
