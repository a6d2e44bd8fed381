import { parseCidr, type Trilean } from '../../../model';
import { arnFields, literalOf, matches, type Glob } from './glob';

/** Whether a value of the request is what a value of the policy asks for. */
export type Compare = (value: string, wanted: Glob) => Trilean;

/** A value of the policy as text, for operators that know neither wildcards nor variables. */
function textOf(wanted: Glob): string {
  return wanted.map(String).join('');
}

export const equal: Compare = (value, wanted) => matches(wanted, value);

export const equalIgnoringCase: Compare = (value, wanted) => textOf(wanted).toLowerCase() === value.toLowerCase();

/** Both as numbers; unknown when one is none. */
export function numeric(holds: (value: number, wanted: number) => boolean): Compare {
  return ordered(numberOf, holds);
}

/** Both as times, in one of the ISO 8601 forms of W3C or in seconds since 1970; unknown when one is none. */
export function date(holds: (value: number, wanted: number) => boolean): Compare {
  return ordered(timeOf, holds);
}

function ordered(
  parse: (text: string) => number | undefined,
  holds: (value: number, wanted: number) => boolean,
): Compare {
  return (value, wanted) => {
    const [left, right] = [parse(value), parse(textOf(wanted))];
    return left === undefined || right === undefined ? 'unknown' : holds(left, right);
  };
}

function numberOf(text: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : undefined;
}

const W3C = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

/** Milliseconds since 1970. Four digits are a year: AWS documents both, and nobody means 1970. */
function timeOf(text: string): number | undefined {
  const time = W3C.test(text) ? Date.parse(text) : /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : NaN;
  return Number.isNaN(time) ? undefined : time;
}

export const boolean: Compare = (value, wanted) => {
  const [left, right] = [value.toLowerCase(), textOf(wanted).toLowerCase()];
  return isBoolean(left) && isBoolean(right) ? left === right : 'unknown';
};

function isBoolean(text: string): boolean {
  return text === 'true' || text === 'false';
}

/** Byte for byte; both are written in base 64. */
export const binary: Compare = (value, wanted) => {
  const [left, right] = [bytesOf(value), bytesOf(textOf(wanted))];
  return left === undefined || right === undefined ? 'unknown' : left.equals(right);
};

function bytesOf(text: string): Buffer | undefined {
  return /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
    ? Buffer.from(text, 'base64')
    : undefined;
}

/** An address in a block; a block with bits right of its prefix is nothing that AWS documents. */
export const address: Compare = (value, wanted) => {
  const [single, block] = [blockOf(value), blockOf(textOf(wanted))];
  if (!single || !block) return 'unknown';
  return single.family === block.family && block.first <= single.first && single.last <= block.last;
};

function blockOf(text: string) {
  return parseCidr(text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`);
}

/** Each of the six parts for itself. A value that is no ARN matches none; a pattern that is none is not documented. */
export const arn: Compare = (value, wanted) => {
  const fields = arnFields(wanted);
  if (!fields) return 'unknown';
  const parts = arnFields(literalOf(value));
  if (!parts) return false;
  return fields.every((field, index) => matches(field, textOf(parts[index] ?? [])));
};
