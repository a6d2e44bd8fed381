import { clientPorts, USUAL_CLIENT_PORT } from '../client-ports';
import { addressOf, instanceOf, type Topology } from '../topology';
import type { Question } from '../questions';
import { groupsAllowIn, groupsAllowOut } from './filters';
import { replyTo, type Packet } from './packet';
import { Walk, type Arrival, type Way } from './walk';

export type { Way } from './walk';

/**
 * Follows one packet, and its reply where one is needed, through the topology, decision by decision. It knows no sets of packets and shares
 * no code with the engine: what the kernel test says slowly and with a kernel's authority, it says fast.
 * @returns what the conversation came by when it comes about; undefined when a packet was dropped.
 */
export function conversation(topology: Topology, question: Question): ReadonlySet<Way> | undefined {
  for (const clientPort of question.protocol === 'tcp' ? clientPorts(topology) : [USUAL_CLIENT_PORT]) {
    const ways = attempt(topology, question, clientPort);
    if (ways) return ways;
  }
  return undefined;
}

function attempt(topology: Topology, question: Question, clientPort: number): ReadonlySet<Way> | undefined {
  const source = addressOf(topology, question.from);
  const target = targetOf(topology, question);
  if (target === undefined) return undefined;
  const { protocol, port } = question;
  const ports = port === undefined ? {} : { sourcePort: clientPort, targetPort: port };
  const request: Packet = { source, target, protocol, ...ports };
  const sender = instanceOf(topology, question.from);
  if (sender && !groupsAllowOut(topology, sender, request)) return undefined;
  const walk = new Walk(topology);
  const there = walk.from(question.from, request);
  if (there?.host !== question.to || !isAccepted(topology, there)) return undefined;
  if (protocol === 'udp') return walk.ways;
  const back = walk.from(question.to, replyTo(there.packet));
  const isAnswer = back?.host === question.from && back.packet.source === target && back.packet.target === source;
  return isAnswer ? walk.ways : undefined;
}

/** Whether the conversation comes about: for UDP the datagram arrives, else its answer does too. */
export function simulate(topology: Topology, question: Question): boolean {
  return conversation(topology, question) !== undefined;
}

function isAccepted(topology: Topology, { host, packet, peered }: Arrival): boolean {
  const receiver = instanceOf(topology, host);
  return receiver === undefined || groupsAllowIn(topology, receiver, packet, peered);
}

/** Who is on the internet can only send to a public address, which every IPv6 address is. */
export function targetOf(topology: Topology, { from, to }: Question): string | undefined {
  const receiver = topology.instances.find(({ name }) => name === to);
  return topology.outsiders.includes(from) && receiver ? receiver.publicAddress : addressOf(topology, to);
}
