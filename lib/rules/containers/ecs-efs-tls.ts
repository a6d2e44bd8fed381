import { absent, all, among, at, either, field, judge } from '../check';
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
  evaluate: ({ type, properties }) => judge(at(properties, PATHS[type] ?? ''), encrypted),
};
