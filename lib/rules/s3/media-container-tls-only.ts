import { fail, pass } from '../check';
import { isTlsOnly, resourceDocuments, unreadable } from '../policy';
import type { Rule } from '../rule';

const EXPECTED = 'a statement that denies everybody when aws:SecureTransport is false';

/** The container answers on HTTP unless its policy refuses it. */
export const mediaContainerTlsOnly: Rule = {
  id: 'media-container-tls-only',
  control: 'NET-14',
  message: 'Objects of the container may be read and written without TLS.',
  remediation: 'Add a statement to Policy that denies mediastore:* to everybody when aws:SecureTransport is false.',
  types: ['AWS::MediaStore::Container'],
  scope: 'resource',
  evaluate: (resource) => {
    const [document] = resourceDocuments(resource);
    const found = { path: 'Policy', value: resource.properties['Policy'] };
    const isOnly = isTlsOnly(resource, ['mediastore:GetObject', 'mediastore:PutObject']);
    if (isOnly === 'unknown' && document) return unreadable(document, EXPECTED);
    return isOnly ? pass(found, EXPECTED) : { ...fail(found, EXPECTED), observed: 'no such statement' };
  },
};
