import {
  isList,
  OneOf,
  Unknown,
  DynamicReference,
  Elsewhere,
  Partial,
  possibilities,
  type Found,
  type Value,
} from '../../../template';

/** Single values: lists are taken apart, possibilities told one by one, what is not set is left out. */
export function singles(found: readonly Found[]): readonly { readonly path: string; readonly value: Value }[] {
  return found.flatMap(({ path, value }) =>
    possibilities(value).flatMap((option) => {
      if (option === undefined || option === null) return [];
      if (!isList(option)) return [{ path, value: option }];
      return singles(option.map((item, index) => ({ path: `${path}.${index}`, value: item })));
    }),
  );
}

/** Whether a value is set: a parameter without a value may be empty, what stands elsewhere is not. */
export function isSet(value: Value | undefined): boolean | 'unknown' {
  if (value === undefined || value === null || value === '') return false;
  if (value instanceof OneOf) return value.options.some((option) => isSet(option) === true);
  if (value instanceof Partial || value instanceof DynamicReference || value instanceof Elsewhere) return true;
  if (value instanceof Unknown) return value.source?.startsWith('AWS::') === true ? true : 'unknown';
  return true;
}
