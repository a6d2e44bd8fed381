import { all, field, isNotFalse, present, property } from '../check';
import type { Rule } from '../rule';

const published = all(field('CloudWatchLogsLogGroupArn', present), field('Enabled', isNotFalse));

/** Off unless it is asked for; an entry is on unless it says otherwise. */
export const searchErrorsLogged: Rule = {
  id: 'search-errors-logged',
  control: 'LOG-06',
  severity: 'low',
  message: 'Errors of the search domain are not recorded.',
  remediation: 'Add ES_APPLICATION_LOGS to LogPublishingOptions with a log group.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: property('LogPublishingOptions.ES_APPLICATION_LOGS', published),
};
