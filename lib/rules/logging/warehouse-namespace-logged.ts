import { all, among, property, some } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const warehouseNamespaceLogged: Rule = {
  id: 'warehouse-namespace-logged',
  control: 'LOG-06',
  message: 'The data warehouse keeps no record of connections and users.',
  remediation: 'List connectionlog, userlog and useractivitylog under LogExports.',
  types: ['AWS::RedshiftServerless::Namespace'],
  scope: 'resource',
  evaluate: property('LogExports', all(some(among('connectionlog')), some(among('userlog')))),
};
