import {
  arnOf,
  asText,
  identity,
  partsOf,
  Reference,
  textOf,
  Unknown,
  type Part,
  type Resource,
  type Value,
} from '../../../template';
import { bucketsOf, mentionsIn } from '../places';
import { referenceWay } from './reference-way';
import { leavesTo, STAYS, unknownWay, type Standpoint, type Way } from './way';

const NOT_TOLD = 'the name of a bucket does not tell its region, and none of these templates makes it';

/**
 * What the name, ARN or URI of a bucket comes to. The name does not tell the region: a bucket that these templates make
 * stands where its stack is deployed, any other is unknown.
 */
export function bucketWay(value: Value, at: Standpoint): Way {
  if (value instanceof Reference) return referenceWay(value, at);
  const name = nameOf(value);
  if (name === undefined) return unknownWay(value instanceof Unknown ? value.reason : NOT_TOLD);
  if (name instanceof Reference) return referenceWay(name, at);
  const text = asText(name);
  const buckets = bucketsOf(at.graph);
  const { template } = at.resource;
  const found = text === undefined ? buckets.likewise(identity(name), template.path) : buckets.named(text);
  if (found.length > 0) return madeHere(found, at);
  if (text === undefined) return unknownWay(name instanceof Unknown ? name.reason : NOT_TOLD);
  const [host] = /\.s3[.-].*/.test(text) ? mentionsIn(text) : [];
  return host && !at.profile.regions.includes(host.region) ? leavesTo(host.region) : unknownWay(NOT_TOLD);
}

/** The name alone: without ARN, scheme and key. */
function nameOf(value: Value): Value | undefined {
  const arn = arnOf(value);
  const parts = partsOf(arn ? arn.resource : value);
  if (!parts) return undefined;
  const [first, ...rest] = parts;
  const head = typeof first === 'string' ? [first.replace(/^s3:\/\//, ''), ...rest] : parts;
  const name: Part[] = [];
  for (const part of head) {
    const slash = typeof part === 'string' ? part.indexOf('/') : -1;
    if (typeof part === 'string' && slash >= 0) {
      name.push(part.slice(0, slash));
      break;
    }
    name.push(part);
  }
  return textOf(name.filter((part) => part !== ''));
}

function madeHere(found: readonly Resource[], { resource, profile }: Standpoint): Way {
  const own = resource.template.region;
  for (const target of found) {
    const { region } = target.template;
    if (target.template === resource.template || region === own) continue;
    if (region === undefined) return { ...unknownWay(`the region of ${target.template.path} is not known`), target };
    if (!profile.regions.includes(region)) return leavesTo(region, target);
  }
  return STAYS;
}
