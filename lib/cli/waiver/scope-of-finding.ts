import { basename } from 'node:path';
import type { Finding, WaiverScope } from '../../model';

/** What of a finding says where it is. */
type Located = Pick<Finding, 'template' | 'constructPath' | 'logicalId' | 'resourceType' | 'property'>;

/** The narrowest scope that a finding states of its place: the construct where it is known, else the resource. */
export function scopeOfFinding({ template, constructPath, logicalId, resourceType, property }: Located): WaiverScope {
  const resource =
    constructPath === undefined
      ? { ...stackOf(template), ...(logicalId === '' ? {} : { logicalId }), type: resourceType }
      : { constructPath };
  return { ...resource, ...(property === undefined || hasPosition(property) ? {} : { property }) };
}

/** A template that stands alone goes by the name of its file; one of the CDK has a stack of a name that no finding tells. */
function stackOf(template: string): WaiverScope {
  const [name = '', ...rest] = basename(template).split('.');
  return name === '' || rest[0] === 'template' || rest[0] === 'nested' ? {} : { stack: name };
}

/** Positions in lists change when something is added before them. */
function hasPosition(property: string): boolean {
  return property.split('.').some((part) => /^\d+$/.test(part));
}
