import { cidrContains, parseCidr } from '../../model';
import type { ProblemDraft } from '../problem';
import type { ProfileCheck } from './check';
import { vpcsOf } from './survey';

/**
 * What is not announced has no way back from the government network: a flow between it and a zone needs the zone's
 * addresses announced, whichever end opens the connection.
 */
export const checkLineFlows: ProfileCheck = (config) => {
  const line = config.network.government;
  if (!line) return [];
  const announced = line.announced.flatMap((text) => parseCidr(text) ?? []);
  const vpcs = vpcsOf(config);
  return config.network.flows.flatMap(({ id, from, to }, index): readonly ProblemDraft[] => {
    const end = from === line.name ? 'to' : to === line.name ? 'from' : undefined;
    if (!end) return [];
    const zone = end === 'to' ? to : from;
    const own = vpcs.find(({ name }) => zone.startsWith(`${name}/`));
    const blocks = own?.vpc.zones[zone.slice(own.name.length + 1)] ?? [];
    const hidden = blocks.find((text) => {
      const block = parseCidr(text);
      return block !== undefined && !announced.some((outer) => cidrContains(outer, block));
    });
    if (hidden === undefined) return [];
    return [
      {
        path: ['network', 'flows', index, end],
        message: `flow "${id}" leads over the line to the government network, which does not learn ${hidden} of ${zone}`,
        expected: 'a zone whose subnets are all announced',
        remedy: 'add a block that holds them to network.government.announced, or remove the flow',
        related: [['network', 'government', 'announced']],
      },
    ];
  });
};
