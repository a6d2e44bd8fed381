import { all, among, field, isTrue, property, some } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for, here or in the saved configuration, which a template does not show. */
export const beanstalkLogsKept: Rule = {
  id: 'beanstalk-logs-kept',
  control: 'LOG-06',
  message: 'Logs of the environment’s instances are lost with them.',
  remediation: 'Set LogPublicationControl to true.',
  types: ['AWS::ElasticBeanstalk::Environment'],
  scope: 'resource',
  evaluate: property(
    'OptionSettings',
    some(
      all(
        field('Namespace', among('aws:elasticbeanstalk:hostmanager')),
        field('OptionName', among('LogPublicationControl')),
        field('Value', isTrue),
      ),
    ),
  ),
};
