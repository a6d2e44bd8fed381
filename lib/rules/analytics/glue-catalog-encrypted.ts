import { allOf, among, isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const glueCatalogEncrypted: Rule = {
  id: 'glue-catalog-encrypted',
  control: 'KEY-01',
  category: 'encryption-at-rest',
  message: 'The data catalogue or the passwords in it are not encrypted.',
  remediation: 'Set ReturnConnectionPasswordEncrypted to true and CatalogEncryptionMode to SSE-KMS.',
  types: ['AWS::Glue::DataCatalogEncryptionSettings'],
  scope: 'resource',
  evaluate: allOf(
    property('DataCatalogEncryptionSettings.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted', isTrue),
    property(
      'DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode',
      among('SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE'),
    ),
  ),
};
