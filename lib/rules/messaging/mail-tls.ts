import { among, property } from '../check';
import type { Rule } from '../rule';

const RECEIVED = 'AWS::SES::ReceiptRule';

const received = property('Rule.TlsPolicy', among('Require'));
const sent = property('DeliveryOptions.TlsPolicy', among('REQUIRE'));

/** Neither is required unless it is asked for: mail then goes in the clear to servers that offer no TLS. */
export const mailTls: Rule = {
  id: 'mail-tls',
  control: 'NET-14',
  severity: 'low',
  message: 'Mail may travel without TLS.',
  remediation: 'Set DeliveryOptions.TlsPolicy to REQUIRE, or Rule.TlsPolicy to Require.',
  types: ['AWS::SES::ConfigurationSet', RECEIVED],
  scope: 'resource',
  evaluate: (resource, context) => (resource.type === RECEIVED ? received(resource, context) : sent(resource, context)),
};
