import { matching, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Not set is the newest of the year in which the domain was made. Source: the developer guide of AWS IoT Core. */
export const iotDomainTlsVersion: Rule = {
  id: 'iot-domain-tls-version',
  control: 'NET-14',
  severity: 'medium',
  message: 'Devices may talk with an outdated version of TLS.',
  remediation: 'Set TlsConfig.SecurityPolicy to IoTSecurityPolicy_TLS13_1_2_2022_10 or later.',
  types: ['AWS::IoT::DomainConfiguration'],
  scope: 'resource',
  evaluate: property(
    'TlsConfig.SecurityPolicy',
    orAbsent(matching('TLS 1.3, or 1.2 of 2022', /TLS13_1_[23]_|TLS12_1_2_/)),
  ),
};
