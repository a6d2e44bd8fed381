import { among, atMost, isNot, orAbsent, property, when } from '../check';
import type { Rule } from '../rule';

const inUse = isNot('an endpoint that answers', among('disabled'));

const ofResource = limited('MetadataOptions');

const ofTemplate = limited('LaunchTemplateData.MetadataOptions');

/** One unless it is told otherwise, or the image says more. Containers behind a bridge are one hop further. */
export const instanceMetadataHopLimit: Rule = {
  id: 'instance-metadata-hop-limit',
  control: 'IDN-11',
  severity: 'low',
  message: 'Containers and tunnels on the instance reach its credentials.',
  remediation: 'Set HttpPutResponseHopLimit to 1, and give containers roles of their own.',
  types: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  scope: 'resource',
  evaluate: (resource, context) =>
    resource.type === 'AWS::EC2::LaunchTemplate' ? ofTemplate(resource, context) : ofResource(resource, context),
};

function limited(options: string): Rule['evaluate'] {
  return property(
    `${options}.HttpPutResponseHopLimit`,
    orAbsent(atMost(1, 'hop')),
    when(`${options}.HttpEndpoint`, inUse),
  );
}
