import type { ResourceRequest } from './custom-resource';

/** A property that must be there. @throws Error when it is missing, empty or no text. */
export function textOf(properties: ResourceRequest['ResourceProperties'], name: string): string {
  const value = properties[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`found ${name} ${JSON.stringify(value)}: expected a text`);
}
