import { ingressesOf } from '../ingresses';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Path } from '../source';
import type { Check } from './check';
import type { NamedAt } from './reference';
import { vpcsOf } from './survey';

/** Names and ids that have to be unique are. */
export const checkDuplicates: Check = (config) => [
  ...twice(
    'account id',
    config.accounts.map(({ id }, index) => ({ name: id, path: ['accounts', index, 'id'] })),
  ),
  ...twice('account name', names(config.accounts, ['accounts'])),
  ...twice(
    'VPC name',
    vpcsOf(config).map(({ name, path }) => ({ name, path: [...path, 'name'] })),
  ),
  ...twice('route table name', names(config.network.hub.routeTables, ['network', 'hub', 'routeTables'])),
  ...twice('policy name', names(config.guardrails.policies, ['guardrails', 'policies'])),
  ...twice('property name', names(config.properties, ['properties'])),
  ...twice('transfer id', ids(config.transfers, ['transfers'])),
  ...twice('host name', publications(config)),
  ...twice('permission set name', permissionSets(config)),
  ...twice('pipeline name', names(config.identity.pipelines, ['identity', 'pipelines'])),
  ...config.accounts.flatMap((account, index) => [
    ...twice('workload name in the account', names(account.workloads, ['accounts', index, 'workloads'])),
    ...twice(
      'key purpose in the account',
      (['keys', 'signingKeys', 'macKeys'] as const).flatMap((list) =>
        account[list].map((name, at) => ({ name, path: ['accounts', index, list, at] })),
      ),
    ),
  ]),
  ...flowIds(config),
  ...routes(config),
];

/** What is named as something before it. */
export function twice(what: string, things: readonly NamedAt[]): readonly ProblemDraft[] {
  const first = new Map<string, Path>();
  return things.flatMap(({ name, path }): ProblemDraft[] => {
    const earlier = first.get(name);
    if (!earlier) {
      first.set(name, path);
      return [];
    }
    const message = `${what} "${name}" is used twice`;
    return [
      {
        path,
        message,
        found: `"${name}"`,
        expected: `each ${what} once`,
        remedy: 'change one of the two',
        related: [earlier],
      },
    ];
  });
}

function names(things: readonly { readonly name: string }[], path: Path): readonly NamedAt[] {
  return things.map(({ name }, index) => ({ name, path: [...path, index, 'name'] }));
}

function ids(things: readonly { readonly id: string }[], path: Path): readonly NamedAt[] {
  return things.map(({ id }, index) => ({ name: id, path: [...path, index, 'id'] }));
}

function publications(config: LandingZoneConfig): readonly NamedAt[] {
  return ingressesOf(config).flatMap(({ ingress: { publish }, path }) =>
    publish.map(({ hostname }, index) => ({ name: hostname, path: [...path, 'publish', index, 'hostname'] })),
  );
}

function permissionSets(config: LandingZoneConfig): readonly NamedAt[] {
  return names(config.identity.identityCenter?.permissionSets ?? [], ['identity', 'identityCenter', 'permissionSets']);
}

/** Flows between VPCs take effect in each of the two, so that their ids may not occur among a VPC's own. */
function flowIds(config: LandingZoneConfig): readonly ProblemDraft[] {
  const between = ids(config.network.flows, ['network', 'flows']);
  const repeated = twice('flow id', between);
  const known = new Map(between.map(({ name, path }) => [name, path]));
  return [
    ...repeated,
    ...vpcsOf(config).flatMap(({ vpc, path }) => {
      const own = ids(vpc.flows, [...path, 'flows']);
      const clashes = own.flatMap((each) => {
        const earlier = known.get(each.name);
        return earlier ? twice('flow id', [{ name: each.name, path: earlier }, each]) : [];
      });
      return [...twice('flow id in the VPC', own), ...clashes];
    }),
  ];
}

function routes(config: LandingZoneConfig): readonly ProblemDraft[] {
  return config.network.hub.routeTables.flatMap((table, index) =>
    twice(
      `destination in the route table "${table.name}"`,
      table.routes.map(({ cidr }, at) => ({
        name: cidr,
        path: ['network', 'hub', 'routeTables', index, 'routes', at, 'cidr'],
      })),
    ),
  );
}
