import { isRegion } from '../../../model';
import { asText, describe, Partial, Reference, Unknown, type Value } from '../../../template';
import { mentionsIn } from '../places';
import { arnWay } from './arn-way';
import { leavesTo, STAYS, unknownWay, type Standpoint, type Way } from './way';

/** What a property that holds the name of a region comes to. Anything that is no region of the profile is elsewhere. */
export function regionWay(value: Value, at: Standpoint): Way {
  // The region of the stack itself: nothing leaves it, wherever the stack is.
  if (value instanceof Unknown && value.source === 'AWS::Region') return STAYS;
  if (value instanceof Reference) return unknownWay(`${describe(value)} is made at deployment`);
  if (value instanceof Unknown) return unknownWay(value.reason);
  const text = asText(value);
  if (text === undefined) return unknownWay(`expected the name of a region, found ${describe(value)}`);
  if (text.startsWith('arn:')) return arnWay(text, at);
  if (at.profile.regions.includes(text)) return STAYS;
  return leavesTo(/^(\*|all)$/i.test(text) ? 'every region' : text);
}

/**
 * What the name of an availability zone comes to: a region’s name with one letter, or the id of a zone. Local Zones and
 * Wavelength Zones have longer names, and may be in another country.
 */
export function zoneWay(value: Value, { profile }: Standpoint): Way {
  if (value instanceof Unknown) return ofOwnRegion(value) ? STAYS : unknownWay(value.reason);
  const text = asText(value);
  if (text === undefined) return unknownWay(`${describe(value)} is made at deployment`);
  const region = text.slice(0, -1);
  if (/[a-z]$/.test(text) && isRegion(region)) return profile.regions.includes(region) ? STAYS : leavesTo(text);
  const [mention] = mentionsIn(text);
  const isPlainId = /^[a-z]+\d-az\d$/.test(text);
  return mention && isPlainId && profile.regions.includes(mention.region) ? STAYS : leavesTo(text);
}

/** `Fn::GetAZs` of the stack’s region, or its name with a letter. */
function ofOwnRegion(value: Unknown): boolean {
  if (value.source?.startsWith('Fn::GetAZs')) return true;
  if (!(value instanceof Partial)) return false;
  const [first, second, ...others] = value.parts;
  const isOwn = first instanceof Unknown && first.source === 'AWS::Region';
  return isOwn && typeof second === 'string' && /^[a-z]$/.test(second) && others.length === 0;
}
