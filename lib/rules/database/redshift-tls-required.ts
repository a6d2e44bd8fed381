import { all, among, field, isTrue, property, some } from '../check';
import type { Rule } from '../rule';

/** The default of require_ssl is false. */
export const redshiftTlsRequired: Rule = {
  id: 'redshift-tls-required',
  control: 'NET-14',
  message: 'Clients may talk to the data warehouse without TLS.',
  remediation: 'Set the parameter require_ssl to true.',
  types: ['AWS::Redshift::ClusterParameterGroup'],
  scope: 'resource',
  evaluate: property(
    'Parameters',
    some(all(field('ParameterName', among('require_ssl')), field('ParameterValue', isTrue))),
  ),
};
