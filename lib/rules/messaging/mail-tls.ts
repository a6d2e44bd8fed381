import { among, property } from '../check';
import type { Rule } from '../rule';

const RECEIVED = 'AWS::SES::ReceiptRule';

/** Neither is required unless it is asked for: mail then goes in the clear to servers that offer no TLS. */
export const mailTls: Rule = {
  id: 'mail-tls',
  control: 'NET-14',
  severity: 'low',
  message: 'Mail may travel without TLS.',
  remediation: 'Set DeliveryOptions.TlsPolicy to REQUIRE, or Rule.TlsPolicy to Require.',
  types: ['AWS::SES::ConfigurationSet', 'AWS::SES::ReceiptRule'],
  scope: 'resource',
  evaluate: (resource, context) =>
    property(resource.type === RECEIVED ? 'Rule.TlsPolicy' : 'DeliveryOptions.TlsPolicy', among('REQUIRE', 'Require'))(
      resource,
      context,
    ),
};
