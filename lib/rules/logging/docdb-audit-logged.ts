import { among, property } from '../check';
import type { Rule } from '../rule';

/** The parameter audit_logs is disabled unless the group sets it; ddl, dml_read and dml_write record parts. */
export const docdbAuditLogged: Rule = {
  id: 'docdb-audit-logged',
  control: 'LOG-07',
  message: 'Nobody records who reads and changes what in the document database.',
  remediation: 'Set the parameter audit_logs to enabled or all.',
  types: ['AWS::DocDB::DBClusterParameterGroup'],
  scope: 'resource',
  evaluate: property('Parameters.audit_logs', among('enabled', 'all', 'ddl', 'dml_read', 'dml_write')),
};
