import { arnOf, asText, Reference, Unknown, type Value } from '../../../template';
import { bucketWay } from './bucket-way';
import { referenceWay } from './reference-way';
import { leavesTo, STAYS, unknownWay, type Standpoint, type Way } from './way';

/**
 * What an ARN comes to. Text that is no ARN is a name within the region; ARNs of global resources name no region, those
 * of buckets are looked up by their name.
 */
export function arnWay(value: Value, at: Standpoint): Way {
  if (value instanceof Reference) return referenceWay(value, at);
  const arn = arnOf(value);
  if (arn === undefined) {
    return value instanceof Unknown ? unknownWay(value.reason) : STAYS;
  }
  const partition = asText(arn.partition);
  if (partition !== undefined && partition !== at.profile.partition) return leavesTo(`partition ${partition}`);
  if (asText(arn.region) === '') return asText(arn.service) === 's3' ? bucketWay(value, at) : STAYS;
  return fieldWay(arn.region, at);
}

function fieldWay(region: Value, { profile }: Standpoint): Way {
  if (region instanceof Unknown) return region.source === 'AWS::Region' ? STAYS : unknownWay(region.reason);
  const name = asText(region);
  if (name === undefined) return unknownWay('the region of the ARN is made at deployment');
  return profile.regions.includes(name) ? STAYS : leavesTo(name);
}
