import { and, not, or } from '../../model';
import { absent, among, field, given, property, some, type Guard } from '../check';
import type { Rule } from '../rule';

const redirects = some(field('Type', among('redirect')));

const needsCertificate: Guard = ({ properties }) => {
  const { Protocol, DefaultActions, Certificates } = properties;
  const speaksTls = or(among('HTTPS', 'TLS').test(Protocol), and(absent.test(Protocol), Certificates !== undefined));
  return and(speaksTls, not(redirects.test(DefaultActions)));
};

/**
 * A listener on HTTP needs none: that it has no TLS is a rule of its own. A list of certificates makes it a listener on
 * TLS, also where the protocol is left out.
 */
export const listenerHasCertificate: Rule = {
  id: 'listener-has-certificate',
  control: 'NET-14',
  message: 'The listener has no certificate.',
  remediation: 'Name a certificate of AWS Certificate Manager in Certificates.',
  types: ['AWS::ElasticLoadBalancingV2::Listener'],
  scope: 'resource',
  evaluate: property('Certificates', some(field('CertificateArn', given)), needsCertificate),
};
