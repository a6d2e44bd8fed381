import { absent, among, either, field, property } from '../check';
import type { Rule } from '../rule';

const encrypted = either(
  field('EFSVolumeConfiguration', absent),
  field('EFSVolumeConfiguration.TransitEncryption', among('ENABLED')),
);

/** Off unless it is asked for. */
export const ecsEfsTls: Rule = {
  id: 'ecs-efs-tls',
  control: 'NET-14',
  message: 'A file system is mounted without TLS.',
  remediation: 'Set EFSVolumeConfiguration.TransitEncryption to ENABLED.',
  types: ['AWS::ECS::TaskDefinition'],
  scope: 'resource',
  evaluate: property('Volumes[]', encrypted),
};
