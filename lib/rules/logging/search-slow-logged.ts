import { all, allOf, field, isNotFalse, present, property } from '../check';
import type { Rule } from '../rule';

const published = all(field('CloudWatchLogsLogGroupArn', present), field('Enabled', isNotFalse));

/** Off unless it is asked for; an entry is on unless it says otherwise. */
export const searchSlowLogged: Rule = {
  id: 'search-slow-logged',
  control: 'LOG-06',
  severity: 'low',
  message: 'Slow requests to the search domain, which show misuse, are not recorded.',
  remediation: 'Add SEARCH_SLOW_LOGS and INDEX_SLOW_LOGS to LogPublishingOptions with a log group.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: allOf(
    property('LogPublishingOptions.SEARCH_SLOW_LOGS', published),
    property('LogPublishingOptions.INDEX_SLOW_LOGS', published),
  ),
};
