import { all, field, isNotFalse, present, property } from '../check';
import type { Rule } from '../rule';

const published = all(field('CloudWatchLogsLogGroupArn', present), field('Enabled', isNotFalse));

/** Off unless it is asked for; an entry is on unless it says otherwise. */
export const searchAuditLogged: Rule = {
  id: 'search-audit-logged',
  control: 'LOG-06',
  message: 'Nobody records who searches what in the domain.',
  remediation: 'Add AUDIT_LOGS to LogPublishingOptions with a log group.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: property('LogPublishingOptions.AUDIT_LOGS', published),
};
