import { asBoolean, identity, type Graph, type Resource } from '../../template';

/** The other entries of the same network ACL, in the same direction and template, that exist wherever this one does. */
export function aclSiblings(entry: Resource, graph: Graph): readonly Resource[] {
  return graph
    .ofType(entry.type)
    .filter((other) => isSibling(entry, other) && graph.accompanies(entry, other) === true);
}

function isSibling(entry: Resource, other: Resource): boolean {
  return (
    other.template === entry.template &&
    other.logicalId !== entry.logicalId &&
    isEgress(other) === isEgress(entry) &&
    identity(other.properties['NetworkAclId']) === identity(entry.properties['NetworkAclId'])
  );
}

function isEgress({ properties }: Resource): boolean | undefined {
  return asBoolean(properties['Egress'] ?? false);
}
