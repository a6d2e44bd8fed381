import type { Finding, WaiverScope } from '../../model';

/** The narrowest scope that a finding states of its place: the construct where it is known, else the resource. */
export function scopeOfFinding({ constructPath, logicalId, resourceType, property }: Finding): WaiverScope {
  const resource =
    constructPath === undefined
      ? { ...(logicalId === '' ? {} : { logicalId }), type: resourceType }
      : { constructPath };
  return { ...resource, ...(property === undefined || hasPosition(property) ? {} : { property }) };
}

/** Positions in lists change when something is added before them. */
function hasPosition(property: string): boolean {
  return property.split('.').some((part) => /^\d+$/.test(part));
}
