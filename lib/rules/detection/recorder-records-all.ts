import { absent, among, either, field, isTrue, property } from '../check';
import type { Rule } from '../rule';

/**
 * Not set, the recorder records all supported types of the region. A strategy that excludes named types is
 * accepted.
 */
export const recorderRecordsAll: Rule = {
  id: 'recorder-records-all',
  control: 'DET-03',
  message: 'Config does not record all kinds of resources.',
  remediation: 'Set RecordingGroup.AllSupported to true.',
  types: ['AWS::Config::ConfigurationRecorder'],
  scope: 'resource',
  evaluate: property(
    'RecordingGroup',
    either(
      absent,
      field('AllSupported', isTrue),
      field('RecordingStrategy.UseOnly', among('ALL_SUPPORTED_RESOURCE_TYPES', 'EXCLUSION_BY_RESOURCE_TYPES')),
    ),
  ),
};
