import { asText, Reference, Unknown, type Value } from '../../../template';
import { geographyOf } from '../places';
import { arnWay } from './arn-way';
import { referenceWay } from './reference-way';
import { leavesTo, unknownWay, type Standpoint, type Way } from './way';

/** What the id or ARN of a model comes to. A plain id is a model of the region. */
export function modelWay(value: Value, at: Standpoint): Way {
  if (value instanceof Reference) return referenceWay(value, at);
  const text = asText(value);
  if (text === undefined) return unknownWay(value instanceof Unknown ? value.reason : 'the model is not known');
  const geography = geographyOf(text);
  if (geography !== undefined) return leavesTo(geography);
  if (text.includes('inference-profile/')) return leavesTo('the regions of an inference profile');
  return arnWay(text, at);
}
