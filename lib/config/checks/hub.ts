import { ingressesOf, type PlacedIngress } from '../ingresses';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { ProfileCheck } from './check';
import { HUB_FIREWALL } from '../schema';
import { namedVpcs as named, placedVpc } from './placed-vpc';
import { reference, type Named } from './reference';
import { vpcsOf, type PlacedVpc } from './survey';

/** The hub, the inspection and the ingress stand in the network account, in VPCs that exist and have what they need. */
export const checkHub: ProfileCheck = (config, profile) => {
  const vpcs = vpcsOf(config);
  const stated = profile.zones.filter((zone) => zone.internetFacing).map((zone) => zone.name);
  const facing = profile.zones.length > 0 ? stated : undefined;
  const { inspection } = config.network;
  return [
    ...hubAccount(config),
    ...(inspection.vpc === undefined
      ? []
      : placedVpc(config, ['network', 'inspection', 'vpc'], inspection.vpc, vpcs, ['inspection'])),
    ...ingressesOf(config).flatMap((each) => [
      ...placedVpc(config, [...each.path, 'vpc'], each.ingress.vpc, vpcs, facing),
      ...ingressGateway(each, vpcs),
    ]),
    ...staticRoutes(config, vpcs),
    ...publications(config),
  ];
};

function hubAccount(config: LandingZoneConfig): readonly ProblemDraft[] {
  const path = ['network', 'hub', 'account'];
  const { account: name } = config.network.hub;
  const accounts = config.accounts.map((account, index): Named => ({
    name: account.name,
    path: ['accounts', index, 'name'],
  }));
  const unknown = reference(path, name, 'an account', accounts);
  const index = config.accounts.findIndex((account) => account.name === name);
  const account = config.accounts[index];
  if (unknown.length > 0 || !account || account.role === 'network') return unknown;
  return [
    {
      path,
      message: `the hub stands in the account "${name}", whose role is ${account.role}`,
      expected: 'the account with the role network',
      remedy: 'name the network account',
      dependsOn: config.accounts.map((_, at) => ['accounts', at, 'role']),
    },
  ];
}

function ingressGateway({ ingress, path }: PlacedIngress, vpcs: readonly PlacedVpc[]): readonly ProblemDraft[] {
  const placed = vpcs.find((each) => each.name === ingress.vpc);
  if (!placed || placed.vpc.internetGateway) return [];
  return [
    {
      path: [...path, 'vpc'],
      message: `the VPC "${placed.name}" has no internet gateway, so that nothing reaches its load balancer`,
      expected: 'the VPC with internetGateway: true',
      remedy: 'name the VPC that faces the internet, or set internetGateway: true on this one',
      dependsOn: [[...placed.path, 'internetGateway']],
    },
  ];
}

function staticRoutes(config: LandingZoneConfig, vpcs: readonly PlacedVpc[]): readonly ProblemDraft[] {
  return config.network.hub.routeTables.flatMap((table, index) =>
    table.routes.flatMap((route, at): readonly ProblemDraft[] => {
      if (route.vpc === undefined || (config.network.inspection.atHub && route.vpc === HUB_FIREWALL)) return [];
      const path = ['network', 'hub', 'routeTables', index, 'routes', at, 'vpc'];
      const placed = vpcs.find((each) => each.name === route.vpc);
      if (!placed) return reference(path, route.vpc, 'a VPC', named(vpcs));
      if (placed.vpc.attachment) return [];
      return [
        {
          path,
          message: `the route table "${table.name}" sends ${route.cidr} to the VPC "${route.vpc}", which is not attached to the hub`,
          expected: 'a VPC with an attachment',
          remedy: 'add an attachment to the VPC, or correct the route',
          dependsOn: [[...placed.path, 'attachment']],
        },
      ];
    }),
  );
}

function publications(config: LandingZoneConfig): readonly ProblemDraft[] {
  const accounts = config.accounts.map((account, index): Named => ({
    name: account.name,
    path: ['accounts', index, 'name'],
  }));
  const published = ingressesOf(config).flatMap(({ ingress, path }) =>
    ingress.publish.map((publication, index) => ({ publication, path: [...path, 'publish', index] })),
  );
  return published.flatMap(({ publication, path }): readonly ProblemDraft[] => {
    const at = config.accounts.findIndex((account) => account.name === publication.account);
    const account = config.accounts[at];
    if (!account) return reference([...path, 'account'], publication.account, 'an account', accounts);
    const workloads = account.workloads.map((each, place): Named => ({
      name: each.name,
      path: ['accounts', at, 'workloads', place, 'name'],
    }));
    const workload = account.workloads.find((each) => each.name === publication.workload);
    if (!workload)
      return reference([...path, 'workload'], publication.workload, `a workload of "${account.name}"`, workloads);
    if (workload.type === 'web-service') return [];
    return [
      {
        path: [...path, 'workload'],
        message: `"${workload.name}" of "${account.name}" is a ${workload.type}, which cannot be published`,
        expected: 'a workload of the type web-service',
        remedy: 'name the web service that stands in front of it',
        dependsOn: account.workloads.map((_, place) => ['accounts', at, 'workloads', place, 'type']),
      },
    ];
  });
}
