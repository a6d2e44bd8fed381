import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** Targets of rules, pipes and schedules, subscriptions and streams, by the region or ARN that they name. */
export const eventsStayHome: Rule = {
  id: 'events-stay-home',
  control: 'RES-08',
  severity: 'high',
  message: 'Events or messages are sent to another region.',
  remediation: 'Name targets in a region of the profile only.',
  types: typesOfConcern('events'),
  scope: 'resource',
  evaluate: keepsHome('events'),
};
