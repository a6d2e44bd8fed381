import { isJsonMap as isMap } from '../model';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonMap = Readonly<Record<string, Json>>;

export function isJsonMap(value: Json | undefined): value is JsonMap {
  return isMap(value);
}

export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A scalar as text; empty for what is none. */
export function scalarText(value: Json | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

/** What an interface of AWS answered, without what only its SDK knows. */
export function jsonOf(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}

/** A document that is handed over as text. */
export function documentOf(text: string | undefined): Json {
  return text === undefined || text === '' ? null : (JSON.parse(text) as Json);
}
