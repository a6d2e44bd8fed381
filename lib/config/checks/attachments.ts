import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Check } from './check';
import { hubTables, type HubTable } from './hub-routes';
import { reference, type Named } from './reference';
import { nameVpc, vpcsOf, type PlacedVpc } from './survey';
import { unitPaths } from './unit-paths';

/** Attachments name route tables of the hub, and what a VPC sends through the hub finds its way back. */
export const checkAttachments: Check = (config) => {
  const tables = hubTables(config);
  const vpcs = vpcsOf(config).filter(({ vpc }) => vpc.attachment !== undefined);
  const unknown = vpcs.flatMap((placed) => unknownTables(placed, config));
  return [
    ...unknown,
    ...(unknown.length > 0 ? [] : vpcs.flatMap((placed) => routeBack(placed, vpcs, tables))),
    ...vpcs.flatMap((placed) => sandboxed(placed, config)),
  ];
};

function unknownTables({ vpc, path }: PlacedVpc, config: LandingZoneConfig): readonly ProblemDraft[] {
  const tables = config.network.hub.routeTables.map(({ name }, index): Named => ({
    name,
    path: ['network', 'hub', 'routeTables', index, 'name'],
  }));
  const at = [...path, 'attachment'];
  const kind = 'a route table of the hub';
  return [
    ...(vpc.attachment ? reference([...at, 'associate'], vpc.attachment.associate, kind, tables) : []),
    ...(vpc.attachment?.propagate ?? []).flatMap((name, index) =>
      reference([...at, 'propagate', index], name, kind, tables),
    ),
  ];
}

function routeBack(
  placed: PlacedVpc,
  vpcs: readonly PlacedVpc[],
  tables: ReadonlyMap<string, HubTable>,
): readonly ProblemDraft[] {
  const isHere = (table: HubTable): boolean => {
    const hop = table.next(placed.vpc.cidr);
    return typeof hop === 'object' && hop.vpc === placed.name;
  };
  if (![...tables.values()].some(isHere)) {
    const message = `${nameVpc(placed)} is attached to the hub, but no route table leads back to it`;
    return [backProblem(placed, message, [...tables.keys()])];
  }
  const out = tables.get(placed.vpc.attachment?.associate ?? '');
  return vpcs.flatMap((peer) => {
    const back = tables.get(peer.vpc.attachment?.associate ?? '');
    if (peer.name === placed.name || !out?.hops.has(peer.name) || !back) return [];
    const hop = back.next(placed.vpc.cidr);
    if (typeof hop === 'object') return [];
    const why = hop === 'blackhole' ? 'drops' : 'has no route for';
    const message = `${nameVpc(placed)} sends traffic to "${peer.name}" by the route table "${out.name}", but the way back from there, the route table "${back.name}", ${why} ${placed.vpc.cidr}`;
    return [backProblem(placed, message, [back.name])];
  });
}

function backProblem({ vpc, path }: PlacedVpc, message: string, tables: readonly string[]): ProblemDraft {
  const names = tables.filter((name) => name !== vpc.attachment?.associate);
  const candidates = names.length > 0 ? names : tables;
  return {
    path: [...path, 'attachment', 'propagate'],
    message,
    expected: 'a route table that leads back to this VPC',
    remedy: `add ${candidates.map((name) => `"${name}"`).join(' or ')} to propagate, or add a static route to the VPC in network.hub.routeTables`,
    dependsOn: [
      [...path, 'cidr'],
      [...path, 'attachment', 'associate'],
      ['network', 'hub', 'routeTables'],
    ],
  };
}

/** Accounts for trials are kept apart from everything else. */
function sandboxed(placed: PlacedVpc, config: LandingZoneConfig): readonly ProblemDraft[] {
  const { found } = unitPaths(config.organization.units);
  const segments = placed.account.unit.split('/');
  const above = segments.map((_, index) => found.get(segments.slice(0, index + 1).join('/')) ?? -1);
  const sandbox = above.find((index) => config.organization.units[index]?.sandbox === true);
  if (sandbox === undefined) return [];
  return [
    {
      path: [...placed.path, 'attachment'],
      onKey: true,
      message: `${nameVpc(placed)} is attached to the hub, but the account is for trials (unit ${placed.account.unit})`,
      expected: 'no attachment in a sandbox',
      remedy: 'remove the attachment, or move the account to another unit',
      dependsOn: [['organization', 'units', sandbox, 'sandbox']],
    },
  ];
}
