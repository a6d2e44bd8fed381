import { all, among, anyOf, field, filled, property, some } from '../check';
import type { Rule } from '../rule';

/** Only management events are recorded unless more is asked for. */
export const trailDataEvents: Rule = {
  id: 'trail-data-events',
  control: 'LOG-07',
  message: 'The trail does not record who reads and writes objects.',
  remediation: 'Add EventSelectors or AdvancedEventSelectors for data events of S3.',
  types: ['AWS::CloudTrail::Trail'],
  scope: 'resource',
  evaluate: anyOf(
    property('EventSelectors', some(field('DataResources', filled))),
    property(
      'AdvancedEventSelectors',
      some(
        field(
          'FieldSelectors',
          some(all(field('Field', among('eventCategory')), field('Equals', some(among('Data'))))),
        ),
      ),
    ),
  ),
};
