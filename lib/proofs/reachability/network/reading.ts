import {
  asText,
  describe,
  isList,
  isMap,
  oneOf,
  OneOf,
  partsOf,
  Reference,
  textStartsWith,
  Unknown,
  type Graph,
  type Resource,
  type Value,
} from '../../../template';
import type { Origin } from './model';

/** Attributes of `Fn::GetAtt` that are the id of the resource itself. */
const SELF = new Set(
  (
    'Id GroupId VpcId SubnetId RouteTableId NetworkAclId InternetGatewayId NatGatewayId TransitGatewayId Arn ' +
    'TransitGatewayAttachmentId TransitGatewayRouteTableId AttachmentId PrefixListId CoreNetworkId CoreNetworkArn ' +
    'CarrierGatewayId VPNGatewayId AllocationId InstanceId TransitGatewayArn ServiceId LoadBalancerArn FirewallArn ' +
    'TargetGroupArn RuleGroupArn FirewallPolicyArn FirewallPolicyId FirewallId VpcEndpointId AccessPointId ' +
    'ListenerArn'
  ).split(' '),
);

/** One thing that a value may name: a resource, an id, or what no template says. */
export interface Named {
  readonly key: string;
  /** Why it is not known what it is; undefined for a resource of these templates. */
  readonly reason?: string;
}

/** The id or the source that a key holds which is no resource's, without its mark. */
export function plainKey(key: string): string {
  return key.replace(/^[=?]/, '');
}

export function keyOf(resource: Resource): string {
  return `${resource.template.path}#${resource.logicalId}`;
}

export function originOf(resource: Resource): Origin {
  return { template: resource.template.path, logicalId: resource.logicalId };
}

/** What a value names; empty when it is not set. More than one: it is not known which. */
export function namedBy(value: Value | undefined, resource: Resource): readonly Named[] {
  if (value === undefined || value === null) return [];
  if (value instanceof OneOf) return value.options.flatMap((option) => namedBy(option, resource));
  if (value instanceof Reference) {
    const key = `${value.template}#${value.logicalId}`;
    return [{ key: value.attribute === undefined || SELF.has(value.attribute) ? key : `${key}.${value.attribute}` }];
  }
  if (value instanceof Unknown) return [{ key: `?${sourceOf(value, resource)}`, reason: value.reason }];
  const text = asText(value);
  if (text !== undefined) return [{ key: `=${text}`, reason: `${text} is an id from outside these templates` }];
  return [{ key: `?${keyOf(resource)}`, reason: `an id was expected, found ${describe(value)}` }];
}

/** What an ARN names at its end: `arn:${AWS::Partition}:ec2:…:vpc/${Vpc}`. */
export function namedByArn(value: Value | undefined, resource: Resource): readonly Named[] {
  const last = partsOf(value)?.at(-1);
  if (last === undefined) return namedBy(value, resource);
  return namedBy(typeof last === 'string' ? last.replace(/^.*\//s, '') : last, resource);
}

/** What a value names that may be an id, or an ARN which ends in one. */
export function namedByIdOrArn(value: Value | undefined, resource: Resource): readonly Named[] {
  if (value instanceof OneOf) return value.options.flatMap((option) => namedByIdOrArn(option, resource));
  return textStartsWith(value, 'arn:') === true ? namedByArn(value, resource) : namedBy(value, resource);
}

/** Whether a property of a resource names what has a key, or may: one of several that it may name. */
export function names(resource: Resource, property: string, key: string): boolean {
  return namedBy(resource.properties[property], resource).some((named) => named.key === key);
}

/** Resources of a type that name what has a key at a property. */
export function naming(graph: Graph, type: string, property: string, key: string): readonly Resource[] {
  return graph.ofType(type).filter((resource) => names(resource, property, key));
}

/** Whether it is not known what a property names: what no template says, or one of several. */
export function isOpen(resource: Resource, property: string): boolean {
  const named = namedBy(resource.properties[property], resource);
  return named.length > 1 || named.some(({ key }) => key.startsWith('?'));
}

/** Equal for two unknown values only when they are the same at deployment. */
export function sourceOf(value: Unknown, resource: Resource): string {
  if (value.source === undefined) return `${keyOf(resource)} ${value.reason}`;
  return value.source.includes('#') ? value.source : `${resource.template.path}#${value.source}`;
}

/** What stands at a path. */
export interface Item {
  readonly value: Value;
  /** False when it stands there in some deployments only. */
  readonly sure: boolean;
}

/**
 * All values at a path of property names; `[]` after a name means each item of its list, of which one alone may stand
 * in its place. What is not set gives nothing.
 */
export function at(value: Value | undefined, path: string): readonly Item[] {
  let items: readonly Item[] = value === undefined || value === null ? [] : [{ value, sure: true }];
  if (path === '') return items;
  for (const step of path.split('.')) {
    const isEach = step.endsWith('[]');
    const name = isEach ? step.slice(0, -2) : step;
    items = items.flatMap((item) => child(item, name));
    if (isEach) items = items.flatMap(each);
  }
  return items;
}

/** The single value at a path; several possible ones stay several. */
export function get(resource: Resource, path: string): Value | undefined {
  const items = at(resource.properties, path);
  const [only] = items;
  if (items.length === 1 && only?.sure === true) return only.value;
  return items.length === 0
    ? undefined
    : oneOf([...items.map((item) => item.value), ...(only?.sure ? [] : [undefined])]);
}

function child({ value, sure }: Item, name: string): readonly Item[] {
  if (value instanceof OneOf) {
    return value.options.flatMap((option) => (option === null ? [] : child({ value: option, sure: false }, name)));
  }
  if (value instanceof Unknown) return [{ value, sure }];
  if (value instanceof Reference) return [{ value: new Unknown(`${describe(value)} is made at deployment`), sure }];
  const found = isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return found === undefined || found === null ? [] : [{ value: found, sure }];
}

function each({ value, sure }: Item): readonly Item[] {
  if (value instanceof OneOf) {
    return value.options.flatMap((option) => (option === null ? [] : each({ value: option, sure: false })));
  }
  if (!isList(value)) return [{ value, sure }];
  return value.flatMap((item): readonly Item[] => {
    if (!(item instanceof OneOf)) return item === null ? [] : [{ value: item, sure }];
    return item.options.length === 1 || !item.options.includes(null)
      ? [{ value: item, sure }]
      : item.options.flatMap((option) => (option === null ? [] : [{ value: option, sure: false }]));
  });
}
