import { absent, all, among, either, field, property } from '../check';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, string>> = {
  'AWS::Batch::JobDefinition': 'ContainerProperties.Volumes[]',
  'AWS::ECS::TaskDefinition': 'Volumes[]',
};

const encrypted = either(
  all(field('EFSVolumeConfiguration', absent), field('EfsVolumeConfiguration', absent)),
  field('EFSVolumeConfiguration.TransitEncryption', among('ENABLED')),
  field('EfsVolumeConfiguration.TransitEncryption', among('ENABLED')),
);

/** Off unless it is asked for. */
export const ecsEfsTls: Rule = {
  id: 'ecs-efs-tls',
  control: 'NET-14',
  message: 'A file system is mounted without TLS.',
  remediation: 'Set EFSVolumeConfiguration.TransitEncryption to ENABLED.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: (resource, context) => property(PATHS[resource.type] ?? '', encrypted)(resource, context),
};
