import { all, among, field, isTrue, property, some } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for, here or in the saved configuration, which a template does not show. */
export const beanstalkManagedUpdates: Rule = {
  id: 'beanstalk-managed-updates',
  control: 'WKL-02',
  message: 'The environment does not take platform updates by itself.',
  remediation: 'Set ManagedActionsEnabled to true.',
  types: ['AWS::ElasticBeanstalk::Environment'],
  scope: 'resource',
  evaluate: property(
    'OptionSettings',
    some(
      all(
        field('Namespace', among('aws:elasticbeanstalk:managedactions')),
        field('OptionName', among('ManagedActionsEnabled')),
        field('Value', isTrue),
      ),
    ),
  ),
};
