import { textOf } from '../text';
import { DynamicReference, isList, isMap, OneOf, Partial, Unknown, type Part, type Value } from '../value';

/** Pseudo parameters that are the same in every stack of one account and region. */
const SHARED = new Set(['AWS::AccountId', 'AWS::Region', 'AWS::Partition', 'AWS::URLSuffix']);

/**
 * A value of one template as another one sees it: unknowns are named after their template, as two templates may have
 * different parameters of one name.
 * @param near whether both are deployed to the same account and region
 */
export function transplant(value: Value, path: string, near: boolean): Value {
  if (isList(value)) return value.map((item) => transplant(item, path, near));
  if (value instanceof OneOf) return new OneOf(value.options.map((option) => transplant(option, path, near)));
  if (value instanceof Partial) return textOf(value.parts.map((part) => transplantPart(part, path, near)));
  if (value instanceof Unknown) return transplantPart(value, path, near);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, transplant(item, path, near)]));
}

function transplantPart<P extends Part>(part: P, path: string, near: boolean): P | Unknown {
  if (!(part instanceof Unknown) || part instanceof DynamicReference || part.source === undefined) return part;
  if (part.source.includes('#') || (near && SHARED.has(part.source))) return part;
  return new Unknown(part.reason, `${path}#${part.source}`);
}
