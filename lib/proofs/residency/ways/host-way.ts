import { asText, partsOf, Reference, textOf, Unknown, type Part, type Value } from '../../../template';
import { isPrivateHost, mentionsIn } from '../places';
import { arnWay } from './arn-way';
import { referenceWay } from './reference-way';
import { leavesTo, STAYS, unknownWay, type Standpoint, type Way } from './way';

const OF_AWS = /(^|\.)(amazonaws\.com(\.cn)?|amazonaws\.eu|api\.aws|on\.aws|awsapprunner\.com|amazoncognito\.com)$/;
/** What ends a host in an address. */
const END = /[/?#;,\s]/;

/** What a URL, a host name or an address comes to. */
export function hostWay(value: Value, at: Standpoint): Way {
  if (value instanceof Reference) return referenceWay(value, at);
  const parts = partsOf(value);
  if (!parts) return unknownWay(`expected the name of a host`);
  const [first] = parts;
  if (typeof first === 'string' && first.startsWith('arn:')) return arnWay(value, at);
  const host = hostOf(parts);
  if (host.length === 0) return STAYS;
  return wayOf(textOf(host), host, at);
}

/** What stands before the first end, behind scheme and user. */
function hostOf(parts: readonly Part[]): readonly Part[] {
  const host: Part[] = [];
  let begun = false;
  for (const part of parts) {
    if (typeof part !== 'string') {
      host.push(part);
      begun = true;
      continue;
    }
    const rest = begun ? part : part.replace(/^[^/]*:\/\/(?:[^@/]*@)?/, '').replace(/^jdbc:[a-z]+:@?/i, '');
    const end = rest.search(END);
    const text = (end < 0 ? rest : rest.slice(0, end)).replace(/:\d*$/, '');
    if (text !== '') host.push(text);
    if (end >= 0) break;
    begun = true;
  }
  return host;
}

function wayOf(host: Value, parts: readonly Part[], at: Standpoint): Way {
  const [first] = parts;
  if (first instanceof Reference && parts.length === 1) return referenceWay(first, at);
  const text = asText(host)?.toLowerCase();
  if (text !== undefined) return knownHost(text, at);
  // `${Api}.execute-api.${AWS::Region}.amazonaws.com` is at home: what is open in it is the stack’s own.
  const last = parts.at(-1);
  const open = parts.filter((part) => typeof part !== 'string');
  const tail = typeof last === 'string' ? last : '';
  if (OF_AWS.test(tail) && open.every((part) => part instanceof Reference || part.source === 'AWS::Region')) {
    const foreign = mentionsIn(tail).find(({ region }) => !at.profile.regions.includes(region));
    return foreign ? leavesTo(foreign.region) : STAYS;
  }
  if (isAwsSuffix(last) && parts.some(isOwnRegion)) return STAYS;
  return unknownWay(host instanceof Unknown ? host.reason : 'the host is made at deployment');
}

function isAwsSuffix(part: Part | undefined): boolean {
  return part instanceof Unknown && part.source === 'AWS::URLSuffix';
}

function isOwnRegion(part: Part): boolean {
  return part instanceof Unknown && part.source === 'AWS::Region';
}

function knownHost(host: string, { profile }: Standpoint): Way {
  if (isPrivateHost(host)) return STAYS;
  if (/(^|\.)cloudfront\.net$/.test(host)) return leavesTo('edge locations');
  const mentions = mentionsIn(host);
  if (!OF_AWS.test(host)) return leavesTo(host);
  const foreign = mentions.find(({ region }) => !profile.regions.includes(region));
  if (foreign) return leavesTo(foreign.region);
  return mentions.length > 0 ? STAYS : unknownWay(`${host} is an endpoint that does not name its region`, host);
}
