import { asText } from '../../template';
import { allOf, expectation, property } from '../check';
import type { Rule } from '../rule';

const withoutCredentials = expectation(
  'an address without credentials',
  (value) => !/^https?:\/\/[^/@]+@/.test(asText(value) ?? ''),
);

/** A user name before the host counts: it is how tokens are passed. */
export const buildSourceWithoutCredentials: Rule = {
  id: 'build-source-without-credentials',
  control: 'KEY-11',
  message: 'The address of the source carries credentials.',
  remediation: 'Remove them from the address, and use a connection or a SourceCredential.',
  types: ['AWS::CodeBuild::Project'],
  scope: 'resource',
  evaluate: allOf(
    property('Source.Location', withoutCredentials),
    property('SecondarySources[].Location', withoutCredentials),
  ),
};
