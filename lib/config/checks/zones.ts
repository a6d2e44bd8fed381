import type { Profile } from '../../profiles';
import type { ProblemDraft } from '../problem';
import type { ProfileCheck } from './check';
import { reference } from './reference';
import { nameVpc, vpcsOf, type PlacedVpc } from './survey';

/** Zones are of the profile's model; one VPC at most faces the internet beside the way out, and it has a zone that may. */
export const checkZones: ProfileCheck = (config, profile) => {
  const vpcs = vpcsOf(config);
  const facing = vpcs.filter(({ vpc }) => vpc.internetGateway);
  const doors = facing.filter(({ name }) => name !== config.network.egress?.vpc);
  return [
    ...vpcs.flatMap((placed) => unknownZones(placed, profile)),
    ...vpcs.flatMap((placed) => endpointZoneProblems(placed, profile)),
    ...facing.flatMap((placed) => gatewayProblems(placed, profile)),
    ...doors.slice(1).map((placed): ProblemDraft => ({
      path: [...placed.path, 'internetGateway'],
      message: `${nameVpc(placed)} is a second VPC that faces the internet`,
      expected: 'one VPC with an internet gateway beside that of network.egress, so that there is one way in and out',
      remedy: 'remove internetGateway, and publish through network.ingress',
      related: doors.slice(0, 1).map((first) => [...first.path, 'internetGateway']),
    })),
  ];
};

function unknownZones({ vpc, path }: PlacedVpc, profile: Profile): readonly ProblemDraft[] {
  // A zone model that the profile does not state is missed once.
  if (profile.zones.length === 0) return [];
  const model = profile.zones.map(({ name }) => ({ name }));
  const kind = `a zone of the profile ${profile.id}`;
  return Object.keys(vpc.zones).flatMap((zone) =>
    reference([...path, 'zones', zone], zone, kind, model, 'use a zone of the profile').map((draft) => ({
      ...draft,
      onKey: true,
      found: `the zone "${zone}"`,
    })),
  );
}

function endpointZoneProblems({ vpc, path }: PlacedVpc, profile: Profile): readonly ProblemDraft[] {
  if (vpc.interfaceEndpoints.length === 0) return [];
  const zones = Object.keys(vpc.zones).map((name) => ({ name, path: [...path, 'zones'] }));
  const missing = reference([...path, 'endpointZone'], vpc.endpointZone, 'a zone of this VPC', zones);
  const facing = profile.zones.find((zone) => zone.name === vpc.endpointZone)?.internetFacing ?? false;
  if (missing.length > 0 || !facing) return missing;
  return [
    {
      path: [...path, 'endpointZone'],
      message: `the interface endpoints stand in the zone "${vpc.endpointZone}", which faces the internet`,
      expected: 'a zone that does not face the internet',
      remedy: 'set endpointZone to an inner zone, such as management',
    },
  ];
}

function gatewayProblems(placed: PlacedVpc, profile: Profile): readonly ProblemDraft[] {
  const facing = profile.zones.filter((zone) => zone.internetFacing).map((zone) => zone.name);
  const hasFacing = Object.keys(placed.vpc.zones).some((zone) => facing.includes(zone));
  if (profile.zones.length === 0 || hasFacing) return [];
  return [
    {
      path: [...placed.path, 'internetGateway'],
      message: `${nameVpc(placed)} has an internet gateway but no zone that may face the internet`,
      expected: `an internet gateway only in a VPC with the zone ${facing.join(' or ')}`,
      remedy: `remove internetGateway, or add the zone ${facing.join(' or ')}`,
      dependsOn: [[...placed.path, 'zones']],
    },
  ];
}
