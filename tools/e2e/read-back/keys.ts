import { DescribeKeyCommand, GetKeyPolicyCommand, GetKeyRotationStatusCommand, KMSClient } from '@aws-sdk/client-kms';
import { expected, ofEach, type ReadBack } from './read-back';

/** Keys rotate, are of their account and region alone, and obey the policy of the template. */
export const KEYS: ReadBack = ofEach(
  'AWS::KMS::Key',
  'keys rotate, stay in their region and have the policy of the template',
  async ({ account, physicalId, properties }, deployed) => {
    const client = new KMSClient(await deployed.client(account));
    const KeyId = physicalId;
    const { KeyMetadata: key } = await client.send(new DescribeKeyCommand({ KeyId }));
    const rotates = properties['EnableKeyRotation'] === true;
    const rotation = rotates ? await client.send(new GetKeyRotationStatusCommand({ KeyId })) : undefined;
    const { Policy = '{}' } = await client.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
    const policy: { readonly Statement?: readonly { readonly Sid?: string }[] } = JSON.parse(Policy);
    client.destroy();
    return [
      rotates && expected('rotation', true, rotation?.KeyRotationEnabled),
      expected('several regions', properties['MultiRegion'], key?.MultiRegion),
      expected('kind of key', properties['KeySpec'] ?? 'SYMMETRIC_DEFAULT', key?.KeySpec),
      expected('statements', sidsOf(properties['KeyPolicy']), sidsOf(policy)),
    ];
  },
);

function sidsOf(policy: unknown): readonly (string | undefined)[] {
  const { Statement = [] } = policy as { readonly Statement?: readonly { readonly Sid?: string }[] };
  return Statement.map(({ Sid }) => Sid);
}
