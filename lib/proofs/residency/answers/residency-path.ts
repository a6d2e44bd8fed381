import type { ResidencyPath } from '../../../model';
import type { Egress } from '../judge';
import { classificationOf, type Cover } from '../transfers';
import { messageOf } from './message';
import { witnessOf } from './witness';

/** A way out as people and machines read it. */
export function residencyPath(egress: Egress, cover: Cover): ResidencyPath {
  const { path, resource, to } = egress;
  const { logicalId } = resource;
  // What stands for a whole stack has neither a name nor properties.
  const property = logicalId === '' ? '' : egress.property === '' ? 'Properties' : `Properties.${egress.property}`;
  return {
    type: resource.type,
    logicalId,
    property,
    kind: path.moves,
    destination: to,
    severity: path.severity,
    status: statusOf(egress, cover),
    transfer: cover.transfer?.id ?? null,
    witness: witnessOf(egress),
    template: resource.template.path,
    location: resource.template.locate(logicalId, property),
    classification: classificationOf(resource),
    message: messageOf(egress, cover),
  };
}

function statusOf({ leaves }: Egress, { state }: Cover): ResidencyPath['status'] {
  if (state === 'live') return 'pass';
  return leaves === true && state === 'none' ? 'fail' : 'unknown';
}
