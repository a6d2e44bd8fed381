import {
  describe,
  isList,
  isMap,
  OneOf,
  Partial,
  Reference,
  Unknown,
  type Resource,
  type Value,
} from '../../../template';

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** Resources as CloudFormation would write them: resolved, with references, without metadata. */
export function plainTemplate(resources: readonly Resource[]): { readonly [key: string]: Plain } {
  return {
    Resources: Object.fromEntries(
      resources.map(({ logicalId, type, properties }) => [logicalId, { Type: type, Properties: plain(properties) }]),
    ),
  };
}

function plain(value: Value): Plain {
  if (value instanceof Reference) return reference(value);
  if (value instanceof Partial) {
    return { 'Fn::Join': ['', value.parts.map((part) => (typeof part === 'string' ? part : plain(part)))] };
  }
  if (value instanceof OneOf || value instanceof Unknown) return describe(value);
  if (isList(value)) return value.map(plain);
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  return value;
}

function reference({ logicalId, attribute }: Reference): Plain {
  return attribute === undefined ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] };
}
