import { asBoolean, asText, isMap, type Resource } from '../../template';
import { at, type Found } from '../check';

/** A value under a name that somebody chose. */
export interface Variable {
  readonly name: string;
  readonly found: Found;
  /** The list says so of this value, whatever its name. */
  readonly isMarked: boolean;
}

type Reader = (resource: Resource) => readonly Variable[];

/** Variables in a map of names to values. */
export const inMap =
  (path: string): Reader =>
  ({ properties }) =>
    at(properties, path).flatMap(({ path: place, value }) =>
      isMap(value)
        ? Object.entries(value).map(([name, item]) => ({
            name,
            found: { path: join(place, name), value: item },
            isMarked: false,
          }))
        : [],
    );

/** Variables in a list of names and values; those that the service reads from a store hold its name only. */
export const inList =
  (path: string, nameKey = 'Name', valueKey = 'Value'): Reader =>
  ({ properties }) =>
    at(properties, `${path}[]`).flatMap(({ path: place, value }) => {
      const isStored = isMap(value) && /^(SECRETS_MANAGER|PARAMETER_STORE)$/.test(asText(value['Type']) ?? '');
      if (!isMap(value) || isStored) return [];
      const name = asText(value[nameKey]) ?? '';
      const isMarked = asBoolean(value['IsValueSecret']) === true;
      return [{ name, found: { path: join(place, valueKey), value: value[valueKey] }, isMarked }];
    });

function join(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}
