import type { WitnessHop } from '../../../model';
import type { Egress } from '../judge';

/** The way out, hop by hop: what moves, and where it arrives. */
export function witnessOf({ path, resource, to, target, leaves, because }: Egress): readonly WitnessHop[] {
  const { template, logicalId } = resource;
  const arrival: WitnessHop = target
    ? {
        hop: target.logicalId,
        template: target.template.path,
        logicalId: target.logicalId,
        why: `its stack is deployed to ${target.template.region ?? 'a region that is not known'}`,
      }
    : {
        hop: to,
        template: '',
        logicalId: '',
        why: leaves === true ? 'is outside the profile’s regions' : (because ?? 'is not known'),
      };
  return [
    {
      hop: logicalId === '' ? (template.stackName ?? template.path) : logicalId,
      template: template.path,
      logicalId,
      why: path.mechanism,
    },
    arrival,
  ];
}
