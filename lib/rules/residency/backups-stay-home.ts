import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** The ARN of the vault tells its region. */
export const backupsStayHome: Rule = {
  id: 'backups-stay-home',
  control: 'RES-06',
  message: 'Backups are copied to, or reported for, another region.',
  remediation: 'Name a vault of a region of the profile.',
  types: typesOfConcern('backups'),
  scope: 'resource',
  evaluate: keepsHome('backups'),
};
