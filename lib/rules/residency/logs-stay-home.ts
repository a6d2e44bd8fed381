import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** Aggregators, data syncs and destinations of logs, by the region or ARN that they name. */
export const logsStayHome: Rule = {
  id: 'logs-stay-home',
  control: 'RES-08',
  message: 'Logs, findings or inventories are sent to another region, or gathered from one.',
  remediation: 'Name regions of the profile only.',
  types: typesOfConcern('logs'),
  scope: 'resource',
  evaluate: keepsHome('logs'),
};
