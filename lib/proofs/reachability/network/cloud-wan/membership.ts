import type { Trilean } from '../../../../model';
import { asText, isMap, type Resource, type Value } from '../../../../template';
import { at } from '../reading';
import type { AttachmentCondition, AttachmentRule, CorePolicy } from './core-policy';

/** Segments and network function groups to one of which an attachment belongs; why it is not known to which. */
export interface Membership {
  readonly of: readonly (
    { readonly segment: string; readonly group?: undefined } | { readonly group: string; readonly segment?: undefined }
  )[];
  readonly reasons: readonly string[];
}

/** Kinds of attachments in the words of policies. Source: AWS Cloud WAN, Core network policy version parameters. */
export type AttachmentType =
  'vpc' | 'site-to-site-vpn' | 'connect' | 'direct-connect-gateway' | 'transit-gateway-route-table';

/** Where the first rule that matches puts an attachment; nowhere when none does. */
export function membershipOf({ rules }: CorePolicy, resource: Resource, type: AttachmentType): Membership {
  const of: Membership['of'][number][] = [];
  for (const rule of rules) {
    const matches = matchOf(rule, resource, type);
    if (matches === false) continue;
    const own = placeOf(rule, resource);
    if (own) of.push(own);
    if (matches === true && own) {
      return of.length === 1 ? { of, reasons: [] } : { of, reasons: [doubt(resource)] };
    }
    if (!own) return { of: [], reasons: [`the segment of ${resource.logicalId} is named by a tag that is not known`] };
  }
  return { of, reasons: of.length > 0 ? [doubt(resource)] : [] };
}

function doubt({ logicalId }: Resource): string {
  return `which attachment policy puts ${logicalId} into a segment is decided at deployment`;
}

/** Undefined when a tag that is not known names the segment. */
function placeOf(
  { group, segment, segmentTag }: AttachmentRule,
  resource: Resource,
): Membership['of'][number] | undefined {
  if (group !== undefined) return { group };
  if (segmentTag === undefined) return segment === undefined ? undefined : { segment };
  const value = asText(tag(resource, segmentTag));
  return value === undefined ? undefined : { segment: value };
}

function matchOf({ logic, conditions }: AttachmentRule, resource: Resource, type: AttachmentType): Trilean {
  const all = conditions.map((condition) => holds(condition, resource, type));
  const decisive = logic === 'or';
  if (all.includes(decisive)) return decisive;
  return all.includes('unknown') ? 'unknown' : !decisive;
}

function holds({ type, operator, key, value }: AttachmentCondition, resource: Resource, own: AttachmentType): Trilean {
  const { region, account } = resource.template;
  switch (type) {
    case 'any':
      return true;
    case 'attachment-type':
      return compared(operator, own, value);
    case 'region':
      return compared(operator, region, value);
    case 'account-id':
      return compared(operator, account, value);
    case 'tag-exists':
      return hasTag(resource, key);
    case 'tag-value': {
      const exists = hasTag(resource, key);
      return exists === true ? compared(operator, asText(tag(resource, key)), value) : exists;
    }
    default:
      return 'unknown';
  }
}

function compared(operator: string, own: string | undefined, value: string): Trilean {
  if (own === undefined) return 'unknown';
  switch (operator) {
    case 'equals':
      return own === value;
    case 'not-equals':
      return own !== value;
    case 'contains':
      return own.includes(value);
    case 'begins-with':
      return own.startsWith(value);
    default:
      return 'unknown';
  }
}

function hasTag(resource: Resource, key: string): Trilean {
  const tags = at(resource.properties, 'Tags[]');
  const keys = tags.map(({ value, sure }) => (sure && isMap(value) ? asText(value['Key']) : undefined));
  if (keys.includes(key)) return true;
  return keys.includes(undefined) ? 'unknown' : false;
}

function tag(resource: Resource, key: string): Value | undefined {
  const maps = at(resource.properties, 'Tags[]').flatMap(({ value }) => (isMap(value) ? [value] : []));
  return maps.find((item) => asText(item['Key']) === key)?.['Value'];
}
