import type { Profile } from '../profiles';
import { evaluateRules } from '../rules';
import { graphOf, templateFromObject } from '../template';
import type { Selected } from './found';

/** A template that is wrong in the eyes of every pack. */
const CANARY = {
  Resources: {
    Database: { Type: 'AWS::RDS::DBInstance', Properties: { StorageEncrypted: false, PubliclyAccessible: true } },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } },
    Key: { Type: 'AWS::KMS::Key', Properties: { MultiRegion: true, EnableKeyRotation: false, KeyPolicy: {} } },
    Door: {
      Type: 'AWS::EC2::SecurityGroupIngress',
      Properties: { CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 22, ToPort: 22 },
    },
  },
};

/**
 * Shows that a pack evaluates, by a template that it must refuse.
 * @throws Error when it finds nothing there: its silence on other templates would mean nothing.
 */
export function assertAwake(pack: string, selection: readonly Selected[], profile: Profile): void {
  const graph = graphOf([templateFromObject('canary', CANARY, { region: profile.regions[0] ?? 'us-east-1' })]);
  const rules = selection.map(({ rule }) => rule);
  const found = evaluateRules(graph, rules, { profile }).filter(({ result }) => result.status === 'fail');
  if (found.length > 0) return;
  throw new Error(
    `${pack} does not evaluate: expected violations in a template that is wrong on purpose, found none with ${rules.length} rules. ` +
      'Its silence says nothing about your templates. Install lionrock again, once (npm ls lionrock aws-cdk-lib)',
  );
}
