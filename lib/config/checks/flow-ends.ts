import type { Flow } from '../../model';
import type { Profile } from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { Path } from '../source';
import type { ProfileCheck } from './check';
import { reference, type Named } from './reference';
import { vpcsOf, type PlacedVpc } from './survey';

const INTERNET = 'internet';
/** The government network, at the other end of the line. */
const LINE = 'line';

/** Flows lead from one zone that exists to another, and the internet reaches only zones that face it. */
export const checkFlowEnds: ProfileCheck = (config, profile) => {
  const vpcs = vpcsOf(config);
  const line = config.network.government?.name;
  return [
    ...vpcs.flatMap((own) =>
      own.vpc.flows.flatMap((flow, index) =>
        flowProblems(flow, [...own.path, 'flows', index], vpcs, profile, own, line),
      ),
    ),
    ...config.network.flows.flatMap((flow, index) =>
      flowProblems(flow, ['network', 'flows', index], vpcs, profile, undefined, line),
    ),
  ];
};

type End = { readonly vpc: PlacedVpc; readonly zone: string } | typeof INTERNET | typeof LINE;

function flowProblems(
  flow: Flow,
  path: Path,
  vpcs: readonly PlacedVpc[],
  profile: Profile,
  own: PlacedVpc | undefined,
  line: string | undefined,
): readonly ProblemDraft[] {
  const from = readEnd(flow.from, [...path, 'from'], vpcs, own, line);
  const to = readEnd(flow.to, [...path, 'to'], vpcs, own, line);
  const problems = [...from.problems, ...to.problems];
  if (flow.from === flow.to) return [...problems, sameEnds(flow, path)];
  if (!from.end || !to.end) return problems;
  return [
    ...problems,
    ...(own ? strangers(flow, path, own, [from.end, to.end]) : []),
    ...detached(flow, path, from.end, to.end),
    ...exposed(flow, path, from.end, to.end, profile),
  ];
}

function readEnd(
  text: string,
  path: Path,
  vpcs: readonly PlacedVpc[],
  own: PlacedVpc | undefined,
  line: string | undefined,
): { readonly end?: End; readonly problems: readonly ProblemDraft[] } {
  if (text === INTERNET) return { end: INTERNET, problems: [] };
  if (text === line) return { end: LINE, problems: [] };
  const [first = '', second, ...rest] = text.split('/');
  const zone = second ?? first;
  if (rest.length > 0 || zone === '' || (second === undefined && !own)) return { problems: [badForm(text, path)] };
  const named = vpcs.map((each): Named => ({ name: each.name, path: each.namePath }));
  const vpc = second === undefined ? own : vpcs.find((each) => each.name === first);
  if (!vpc) return { problems: reference(path, first, 'a VPC', named) };
  const zones = Object.keys(vpc.vpc.zones).map((name): Named => ({ name, path: [...vpc.path, 'zones', name] }));
  const remedy = 'correct the name, or add the zone to the VPC';
  const problems = reference(path, zone, `a zone in the VPC "${vpc.name}"`, zones, remedy);
  return problems.length > 0 ? { problems } : { end: { vpc, zone }, problems };
}

function badForm(text: string, path: Path): ProblemDraft {
  return {
    path,
    message: `"${text}" does not say which zone of which VPC`,
    expected: '`internet`, or VPC/zone such as perimeter/internet-dmz',
    remedy: 'write the VPC and the zone with one slash between them',
  };
}

function sameEnds(flow: Flow, path: Path): ProblemDraft {
  return {
    path: [...path, 'to'],
    message: `flow "${flow.id}" leads from ${flow.from} to itself`,
    expected: 'two different ends',
    remedy: 'correct one of the ends, or remove the flow',
    dependsOn: [[...path, 'from']],
  };
}

/**
 * A VPC's own list holds what happens inside it. A flow to another VPC is opened there and in the firewall too, by
 * accounts that answer to the register of the network, not to this list.
 */
function strangers(flow: Flow, path: Path, own: PlacedVpc, ends: readonly End[]): readonly ProblemDraft[] {
  const isOwn = (end: End) => typeof end === 'object' && end.vpc.name === own.name;
  if (ends.every((end) => end === INTERNET || isOwn(end))) return [];
  const touches = ends.some(isOwn);
  return [
    {
      path: [...path, 'from'],
      message: touches
        ? `flow "${flow.id}" leads out of the VPC "${own.name}" to another`
        : `flow "${flow.id}" has no end in the VPC "${own.name}"`,
      expected: touches ? 'zones of this VPC, or internet' : 'at least one zone of this VPC',
      remedy: 'move the flow to network.flows',
    },
  ];
}

function detached(flow: Flow, path: Path, from: End, to: End): readonly ProblemDraft[] {
  if (from === INTERNET || to === INTERNET) return [];
  if (from !== LINE && to !== LINE && from.vpc.name === to.vpc.name) return [];
  return [['from', from] as const, ['to', to] as const].flatMap(([key, end]) => {
    if (end === LINE || end.vpc.vpc.attachment !== undefined) return [];
    return [
      {
        path: [...path, key],
        message: `flow "${flow.id}" crosses VPCs, but the VPC "${end.vpc.name}" is not attached to the hub`,
        expected: 'a VPC with an attachment',
        remedy: `add an attachment to the VPC "${end.vpc.name}", or remove the flow`,
        dependsOn: [[...end.vpc.path, 'attachment']],
      },
    ];
  });
}

function exposed(flow: Flow, path: Path, from: End, to: End, profile: Profile): readonly ProblemDraft[] {
  if (from !== INTERNET || to === INTERNET || to === LINE || profile.zones.length === 0) return [];
  const facing = profile.zones.filter((zone) => zone.internetFacing).map((zone) => zone.name);
  if (facing.includes(to.zone) && to.vpc.vpc.internetGateway) return [];
  const reason = facing.includes(to.zone)
    ? `the VPC "${to.vpc.name}" has no internet gateway`
    : `the zone ${to.zone} may not face the internet`;
  return [
    {
      path: [...path, 'to'],
      message: `flow "${flow.id}" leads from the internet, but ${reason}`,
      expected: `the zone ${facing.join(' or ')} of the VPC with the internet gateway`,
      remedy: 'publish the service through network.ingress, and let the flow end at its zone',
    },
  ];
}
