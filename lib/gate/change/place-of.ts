import type { ChangedResource } from '../../model';
import type { Resource } from '../../template';

/** Where a resource stands, for people and programs. */
export function placeOf({ template, logicalId, type, constructPath }: Resource, property?: string): ChangedResource {
  const location = template.locate(logicalId, property);
  return {
    template: template.path,
    logicalId,
    resourceType: type,
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(property === undefined ? {} : { property }),
    ...(location === undefined ? {} : { location }),
  };
}

/** What people call a resource: its construct path without the part that CDK adds, else its logical id. */
export function calledOf({ constructPath, logicalId }: Resource): string {
  return constructPath?.replace(/\/Resource$/, '') ?? logicalId;
}
