import { among, isNot, orAbsent, property, some } from '../check';
import type { Rule } from '../rule';

/** Not set is SFTP. */
export const transferProtocolsEncrypted: Rule = {
  id: 'transfer-protocols-encrypted',
  control: 'NET-14',
  message: 'Files and passwords are transferred without encryption.',
  remediation: 'Remove FTP from Protocols.',
  types: ['AWS::Transfer::Server'],
  scope: 'resource',
  evaluate: property('Protocols', orAbsent(isNot('no FTP', some(among('FTP'))))),
};
