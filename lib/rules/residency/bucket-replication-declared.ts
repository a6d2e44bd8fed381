import { arnOf, asText, Reference, type Graph, type Resource, type Value } from '../../template';
import { at, fail, get, pass, unknown } from '../check';
import type { Rule } from '../rule';

const EXPECTED = 'a destination in a region of the profile';

/**
 * The destination is at home when it is a bucket of the same template, or when the key of the replica is of an
 * allowed region.
 */
export const bucketReplicationDeclared: Rule = {
  id: 'bucket-replication-declared',
  control: 'RES-03',
  message: 'Every new object is copied to a bucket of another region.',
  remediation:
    'Remove the replication, name a key of a region of the profile in ReplicaKmsKeyID, or declare a transfer.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: (resource, { graph, profile }) => {
    const found = at(resource.properties, 'ReplicationConfiguration.Rules[].Destination');
    return found.map((item) => {
      if ((resource.template.claims?.transfers ?? []).length > 0) return pass(item, EXPECTED);
      const bucket = get(item.value, 'Bucket');
      const isHere = bucketRegion(bucket, resource, graph);
      const key = asText(arnOf(get(item.value, 'EncryptionConfiguration.ReplicaKmsKeyID'))?.region);
      if (key !== undefined) return profile.regions.includes(key) ? pass(item, EXPECTED) : fail(item, EXPECTED);
      if (isHere) return pass(item, EXPECTED);
      return {
        ...unknown(item, EXPECTED),
        because: 'the name of a bucket does not tell its region; the key of the replica would',
      };
    });
  },
};

function bucketRegion(bucket: Value | undefined, { template }: Resource, graph: Graph): boolean {
  const target = bucket instanceof Reference ? graph.follow(bucket) : undefined;
  return target !== undefined && target.template.region === template.region;
}
