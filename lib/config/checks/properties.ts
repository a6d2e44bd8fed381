import { NAMED_SETS, parseCidr } from '../../model';
import type { ProblemDraft } from '../problem';
import type { StatedProperty } from '../schema';
import type { Path } from '../source';
import type { Check } from './check';
import { reference, type Named } from './reference';
import { vpcsOf, type PlacedVpc } from './survey';

/** Stated properties are about zones that exist, and name no port of a protocol that has none. */
export const checkProperties: Check = (config) => {
  const vpcs = vpcsOf(config);
  return config.properties.flatMap((property, index) => {
    const path: Path = ['properties', index];
    return [
      ...(isSet(property.from) ? [] : endProblems(property.from, [...path, 'from'], vpcs)),
      ...(isSet(property.to) ? [] : endProblems(property.to, [...path, 'to'], vpcs)),
      ...(property.crosses === undefined || property.crosses === 'inspection'
        ? []
        : endProblems(property.crosses, [...path, 'crosses'], vpcs)),
      ...portProblems(property, path),
    ];
  });
};

function isSet(text: string): boolean {
  return NAMED_SETS.some((name) => name === text);
}

function endProblems(text: string, path: Path, vpcs: readonly PlacedVpc[]): readonly ProblemDraft[] {
  if (text === 'internet' || text.includes('#') || parseCidr(text) !== undefined) return [];
  const named = vpcs.flatMap(({ name, vpc, path: at }): readonly Named[] =>
    Object.keys(vpc.zones).map((zone) => ({
      name: text.includes('/') ? `${name}/${zone}` : zone,
      path: [...at, 'zones', zone],
    })),
  );
  const zones = named.filter((item, index) => named.findIndex(({ name }) => name === item.name) === index);
  const remedy = 'name internet, a zone, VPC/zone, an address block, or TEMPLATE#LogicalId';
  return reference(path, text, 'a zone', zones, remedy);
}

function portProblems({ name, port, protocol }: StatedProperty, path: Path): readonly ProblemDraft[] {
  if (port === undefined || protocol !== 'icmp') return [];
  return [
    {
      path: [...path, 'port'],
      message: `property "${name}" names a port, which the protocol icmp does not have`,
      expected: 'no port',
      remedy: 'remove the port, or set the protocol to tcp or udp',
      dependsOn: [[...path, 'protocol']],
    },
  ];
}
