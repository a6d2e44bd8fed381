import { InvalidArgumentError } from 'commander';
import type { FailOn } from '../gate';
import type * as change from '../gate/change';
import type { DiffFailOn } from '../gate/change';
import type * as model from '../model';

/** A severity, `all` or `new`. */
export function failOnValue(text: string): FailOn {
  const { SEVERITIES }: typeof model = require('../model');
  const found = (['all', 'new', ...SEVERITIES] as const).find((value) => value === text);
  if (!found) throw new InvalidArgumentError(`Expected all, new, ${SEVERITIES.join(', ')}.`);
  return found;
}

/** Policies on changes, with commas between. */
export function diffFailOnValue(text: string): readonly DiffFailOn[] {
  const { DIFF_POLICIES }: typeof change = require('../gate/change');
  return text.split(',').map((name) => {
    const found = DIFF_POLICIES.find((policy) => policy === name.trim());
    if (!found) throw new InvalidArgumentError(`Expected ${DIFF_POLICIES.join(', ')}; several with commas between.`);
    return found;
  });
}

/** A number of findings. */
export function countValue(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number, 0 or more.');
  return Number(text);
}

/** How many things are done at the same time. */
export function concurrencyValue(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 to 99.');
  return Number(text);
}

/** The name of a protocol. */
export function protocolValue(text: string): model.Protocol {
  const { PROTOCOLS }: typeof model = require('../model');
  const found = PROTOCOLS.find((protocol) => protocol === text);
  if (!found) throw new InvalidArgumentError(`Expected ${PROTOCOLS.join(', ')}.`);
  return found;
}

/** The name of a region. */
export function regionValue(text: string): string {
  const { isRegion }: typeof model = require('../model');
  if (!isRegion(text)) throw new InvalidArgumentError('Expected the name of an AWS region, for example ap-east-1.');
  return text;
}

/** A port as a number; ranges and lists of them as they were written, without spaces. */
export function portsValue(text: string): number | string {
  const spans = text.split(',').map((span) => /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(span));
  const isGood = spans.every((span) => {
    const [low, high] = [Number(span?.[1]), Number(span?.[2] ?? span?.[1])];
    return low <= high && high <= 65_535;
  });
  if (!isGood) throw new InvalidArgumentError('Expected a port from 0 to 65535, or several: 8000-8010, or 443,8443.');
  const written = text.replace(/\s/g, '');
  return /^\d+$/.test(written) ? Number(written) : written;
}

/** The id of an account. */
export function accountIdValue(text: string): string {
  if (!/^\d{12}$/.test(text)) throw new InvalidArgumentError('Expected an account id: 12 digits.');
  return text;
}

/** A day or an instant, as ISO 8601. */
export function timeValue(text: string): Date {
  const time = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)
    ? new Date(text)
    : undefined;
  if (!time || Number.isNaN(time.getTime())) {
    throw new InvalidArgumentError('Expected a time such as 2027-03-31 or 2027-03-31T09:00:00+08:00.');
  }
  return time;
}

/** A name, added to those given before; whether there is such a file or pack is known when it is loaded. */
export function nameValue(name: string, before?: readonly string[]): readonly string[] {
  return [...(before ?? []), name];
}

/** A tag as KEY=VALUE, added to those given before. */
export function tagValue(text: string, before?: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, key, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new InvalidArgumentError('Expected KEY=VALUE.');
  return { ...before, [key]: value };
}
