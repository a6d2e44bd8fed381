import type { Finding } from '../../model';
import { subjectOf } from '../words';
import { systemName, type OscalInput } from './input';
import type { InventoryItem } from './model';
import { properties } from './property';
import { markup } from './text';
import { uuidOf } from './uuid';

/** Identifies the resource that a finding is about. */
export function subjectUuid(input: OscalInput, { template, logicalId }: Finding): string {
  return uuidOf('resource', systemName(input), template, logicalId);
}

/** The resources that these findings are about, each once. */
export function subjectsOf(input: OscalInput, findings: readonly Finding[]): readonly InventoryItem[] {
  const items = new Map<string, InventoryItem>();
  for (const finding of findings) {
    const uuid = subjectUuid(input, finding);
    if (!items.has(uuid)) items.set(uuid, itemOf(uuid, finding));
  }
  return [...items.values()];
}

function itemOf(uuid: string, finding: Finding): InventoryItem {
  const { template, logicalId, resourceType, constructPath } = finding;
  const props = { template, 'construct-path': constructPath };
  const named = logicalId === '' ? {} : { 'logical-id': logicalId, 'resource-type': resourceType };
  return { uuid, description: markup(subjectOf(finding)), props: properties({ ...named, ...props }) };
}
