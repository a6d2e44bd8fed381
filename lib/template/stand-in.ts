import type { Resource, Template } from './graph';

/** Something of a template that is no resource, in the form of one: its parameters and outputs, or the stack as a whole. */
export function standIn(
  template: Template,
  type: string,
  logicalId: string,
  properties: Resource['properties'],
): Resource {
  return {
    template,
    type,
    logicalId,
    properties,
    metadata: {},
    constructPath: undefined,
    creationStack: undefined,
    acknowledged: {},
    deletionPolicy: undefined,
    updateReplacePolicy: undefined,
    condition: undefined,
    dependsOn: [],
  };
}
