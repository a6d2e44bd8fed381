import type {
  Flow,
  ReachabilityAnswer,
  ReachabilityCell,
  ReachabilityChange,
  ReachabilityMatrix,
  ReachabilityQuestion,
  ReachabilityZone,
} from '../../model';
import type { Graph, Resource, Template } from '../../template';
import {
  answer,
  Cells,
  DeclaredFlows,
  gapsOf,
  inspectionOf,
  propertiesOf,
  Subjects,
  zonesOf,
  type FlowGaps,
  uninspected,
  type Uninspected,
} from './answers';
import { changeBetween, Identities } from './change';
import { networkOf, wearersOf, type Network, type Wearer } from './network';
import { outlineOf, type Outline } from './outline';

export { QuestionError, type FlowGap } from './answers';
export type { AttachmentPart, HubPart, Outline } from './outline';
export type Question = ReachabilityQuestion;
export type Answer = ReachabilityAnswer;
export type Cell = ReachabilityCell;

/** The reachability of the network that templates describe. */
export interface Reachability {
  /** @throws QuestionError when the templates have nothing that the question names. */
  ask(question: Question): Answer;
  readonly zones: readonly ReachabilityZone[];
  /** What is possible from each zone to each other; ways and blocks are worked out when they are read. */
  cells(): readonly Cell[];
  /** The cells, and what holds of the network as a whole. */
  matrix(): ReachabilityMatrix;
  /** What holds of the network as a whole. */
  properties(): ReachabilityMatrix['properties'];
  /** Where what can pass between zones and the flows that the templates claim differ. */
  gaps(): FlowGaps;
  /** What wears the default security group of its VPC, as long as that has rules. */
  readonly wearingDefaultGroup: readonly Wearer[];
  /** What passes no firewall on its way between VPCs and to the internet. */
  uninspected(): Uninspected;
  /** Whether there is a firewall at all. */
  readonly hasFirewall: boolean;
  /** Declared flows from a zone to another, by the names of the zones. */
  flows(from: string, to: string): readonly Flow[];
  /** What the network is made of. */
  outline(): Outline;
}

const READ = new WeakMap<Graph, Reachability>();
const CELLS = new WeakMap<Reachability, () => Cells>();
const NETWORKS = new WeakMap<Graph, Network>();

/** By what a network is judged, besides its own words. */
export interface Expectations {
  /** Whether a flow that a template claims counts as declared. @default each does */
  readonly counts?: (flow: Flow, template: Template) => boolean;
  /** Names of the zones that may face the internet. @default not judged */
  readonly facing?: readonly string[];
}

/** Reads the network of a graph once; every question is answered from it. */
export function reachabilityOf(graph: Graph, expected?: Expectations): Reachability {
  if (expected) return read(graph, expected);
  const known = READ.get(graph) ?? read(graph, {});
  READ.set(graph, known);
  return known;
}

function read(graph: Graph, { counts = () => true, facing }: Expectations): Reachability {
  const network = NETWORKS.get(graph) ?? networkOf(graph);
  NETWORKS.set(graph, network);
  const zones = zonesOf(network);
  const subjects = new Subjects(network, zones);
  let made: { readonly cells: Cells; readonly flows: DeclaredFlows } | undefined;
  let differing: FlowGaps | undefined;
  let bare: Uninspected | undefined;
  const prepared = () => {
    if (made) return made;
    const flows = new DeclaredFlows(graph, zones, counts);
    made = { flows, cells: new Cells(network, zones, flows) };
    return made;
  };
  const gaps = () => {
    const { cells, flows } = prepared();
    differing ??= gapsOf(cells, flows);
    return differing;
  };
  const pastFirewalls = () => {
    bare ??= uninspected(prepared().cells);
    return bare;
  };
  const properties = () => propertiesOf({ ...prepared(), gaps, uninspected: pastFirewalls }, facing);
  const told: Reachability = {
    zones,
    wearingDefaultGroup: wearersOf(network),
    ask: (question) => answer(network, subjects, question),
    cells: () => prepared().cells.all(),
    matrix: () => ({ zones, cells: prepared().cells.all(), properties: properties() }),
    properties,
    gaps,
    uninspected: pastFirewalls,
    hasFirewall: inspectionOf(network).size > 0,
    flows: (from, to) => {
      const [source, target] = [from, to].map((name) => zones.find((zone) => zone.name === name));
      return source && target ? prepared().flows.between(source, target) : [];
    },
    outline: () => outlineOf(network, zones),
  };
  CELLS.set(told, () => prepared().cells);
  return told;
}

/** By what things of two states are known to be the same. */
export interface SameThings {
  /** What a resource is called whatever its file and the hashes in its name. */
  readonly resource: (resource: Resource) => string;
  /** What a template is called whatever its file. */
  readonly template: (template: Template) => string;
}

/** What passes between zones in a later state and not in an earlier one, and the other way round. */
export function reachabilityChange(before: Graph, after: Graph, same: SameThings): ReachabilityChange {
  const [was, is] = [before, after].map((graph) => {
    const cells = CELLS.get(reachabilityOf(graph))?.();
    if (!cells) throw new Error('a network that was read has no cells');
    return { cells, identities: new Identities(graph, same) };
  });
  if (!was || !is) throw new Error('two states are compared');
  return changeBetween(was, is);
}
