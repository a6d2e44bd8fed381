import { absent, accompanied, guarded, when } from '../check';
import type { Rule } from '../rule';

const isPublic = when('VPCs', absent);

const signed = accompanied({
  namings: [{ type: 'AWS::Route53::DNSSEC', path: 'HostedZoneId' }],
  expected: 'DNSSEC of the zone',
});

/** Private zones cannot be signed. G3 15.1(h): resource records of government Internet domains shall be protected. */
export const publicZoneSigned: Rule = {
  id: 'public-zone-signed',
  control: 'NET-15',
  message: 'Answers of the public zone can be forged.',
  remediation: 'Add a KeySigningKey and AWS::Route53::DNSSEC for the zone.',
  types: ['AWS::Route53::HostedZone'],
  scope: 'resource',
  evaluate: guarded(isPublic, signed),
};
