import type { NetworkReview } from '../../../model';
import type { Graph } from '../../../template';
import { provedProperties } from '../../claims';
import { Accounts } from './accounts';
import { Arrows } from './arrows';
import { Book } from './book';
import { Flows, type FlowBasis } from './flows';
import { gatewaysReview, hubsReview } from './gateways';
import { matrixReview } from './matrix';
import { passagesReview } from './passages';
import { Places } from './places';

/**
 * What a unit's templates say of its network, and what can pass in it. Uses what the gate's run of the same graph has
 * worked out already.
 * @param path of the unit, as given
 * @returns undefined where the templates have no subnets
 */
export function networkReview(
  { path, graph }: { readonly path: string; readonly graph: Graph },
  basis: FlowBasis,
): NetworkReview | undefined {
  if (graph.ofType('AWS::EC2::Subnet').length === 0) return undefined;
  const flows = new Flows(graph, basis);
  const { reachability } = flows;
  const outline = reachability.outline();
  const [book, accounts] = [new Book(graph), new Accounts(graph, basis.registers)];
  const places = new Places(outline, book, accounts);
  const cells = reachability.cells();
  const { all: arrows } = new Arrows(reachability, flows, book, (name) => places.place(name));
  const within = cells.filter(({ from, to, answer }) => from === to && answer !== 'no');
  const registers = basis.registers;
  return {
    unit: path,
    ...(registers ? { landingZone: registers.landingZone } : landingZoneOf(graph)),
    ...(registers?.organization === undefined ? {} : { organization: registers.organization }),
    accounts: accounts.all,
    vpcs: places.vpcs,
    places: places.all(basis.profile, new Map(within.map(({ from, traffic }) => [from, traffic]))),
    gateways: gatewaysReview(outline, places, book),
    hubs: hubsReview(outline, places, book, accounts),
    arrows,
    matrix: matrixReview({ cells, zones: outline.zones }, arrows, book),
    passages: passagesReview(cells, book, (name) => places.place(name)),
    properties: [...reachability.properties(), ...(registers ? provedProperties(graph, registers) : [])],
    hops: book.hops,
    resources: book.resources,
    templates: book.templates,
  };
}

/** What templates claim, where there is no register. */
function landingZoneOf({ templates }: Graph): { readonly landingZone?: string } {
  const marker = templates.find(({ claims }) => claims?.marker)?.claims?.marker;
  return marker ? { landingZone: marker.landingZone } : {};
}
