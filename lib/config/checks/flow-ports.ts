import type { Flow } from '../../model';
import type { ProblemDraft } from '../problem';
import type { Path } from '../source';
import type { Check } from './check';
import { vpcsOf } from './survey';

const HIGHEST = 65_535;

/** Ports of flows: ranges that run upwards, some for tcp and udp, none for icmp and all. */
export const checkFlowPorts: Check = (config) => [
  ...vpcsOf(config).flatMap(({ vpc, path }) => listProblems(vpc.flows, [...path, 'flows'])),
  ...listProblems(config.network.flows, ['network', 'flows']),
];

function listProblems(flows: readonly Flow[], path: Path): readonly ProblemDraft[] {
  return flows.flatMap((flow, index) => {
    const at = [...path, index, 'ports'];
    const ranges = flow.ports.flatMap((port, position) => rangeProblems(port, [...at, position]));
    return [...protocolProblems(flow, at), ...ranges];
  });
}

function protocolProblems(flow: Flow, path: Path): readonly ProblemDraft[] {
  const dependsOn = [[...path.slice(0, -1), 'protocol']];
  const hasPorts = flow.protocol === 'tcp' || flow.protocol === 'udp';
  if (hasPorts && flow.ports.length === 0) {
    const message = `flow "${flow.id}" (${flow.protocol}) names no port`;
    return [{ path, message, expected: 'at least one port', remedy: 'add the ports that are needed', dependsOn }];
  }
  if (hasPorts || flow.ports.length === 0) return [];
  const message = `flow "${flow.id}" names ports, which the protocol ${flow.protocol} does not have`;
  return [
    { path, message, expected: 'no ports', remedy: 'remove the ports, or set the protocol to tcp or udp', dependsOn },
  ];
}

function rangeProblems(port: number | string, path: Path): readonly ProblemDraft[] {
  if (typeof port === 'number') return [];
  const [first = 0, last = 0] = port.split('-').map(Number);
  if (first > last) {
    return [
      {
        path,
        message: `the port range "${port}" runs backwards`,
        expected: `"${last}-${first}"`,
        remedy: `write "${last}-${first}"`,
      },
    ];
  }
  if (last <= HIGHEST) return [];
  const message = `the port range "${port}" goes beyond ${HIGHEST}`;
  return [{ path, message, expected: `ports from 0 to ${HIGHEST}`, remedy: 'correct the range' }];
}
