import type { ResidencyPath } from '../../../model';
import type { Egress } from '../judge';
import { classificationOf, type Cover } from '../transfers';
import { messageOf } from './message';
import { STACK } from './stack-abroad';
import { witnessOf } from './witness';

/** A way out as people and machines read it. */
export function residencyPath(egress: Egress, cover: Cover): ResidencyPath {
  const { path, resource, to } = egress;
  const isStack = path.type === STACK;
  const property = isStack ? '' : egress.property === '' ? 'Properties' : `Properties.${egress.property}`;
  const logicalId = isStack ? '' : resource.logicalId;
  return {
    type: isStack ? STACK : resource.type,
    logicalId,
    property,
    kind: path.moves,
    destination: to,
    severity: path.severity,
    status: statusOf(egress, cover),
    transfer: cover.transfer?.id ?? null,
    witness: witnessOf(
      isStack ? { ...egress, resource: { ...resource, template: resource.template, logicalId: '' } } : egress,
    ),
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
