import { deny, type DenyStatement } from './deny-statement';
import type { GuardrailScope } from './guardrail-scope';

/** Instances without session-based metadata, volumes, file systems and databases without encryption are refused. */
export function secureCompute(scope: GuardrailScope): readonly DenyStatement[] {
  const ec2 = (resource: string) => `arn:${scope.partition}:ec2:*:*:${resource}`;
  return [
    deny('DenyMetadataVersion1', 'ec2:RunInstances', {
      resources: ec2('instance/*'),
      when: { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } },
    }),
    deny('DenyDistantMetadata', 'ec2:RunInstances', {
      resources: ec2('instance/*'),
      when: { NumericGreaterThan: { 'ec2:MetadataHttpPutResponseHopLimit': '1' } },
    }),
    deny(
      'DenyMetadataDefaultsAndChanges',
      ['ec2:ModifyInstanceMetadataDefaults', 'ec2:ModifyInstanceMetadataOptions'],
      {
        except: [...scope.breakGlassRoles, ...scope.platformRoles],
      },
    ),
    deny('DenyCredentialsFromMetadataVersion1', '*', { when: { NumericLessThan: { 'ec2:RoleDelivery': '2.0' } } }),
    deny('DenyUnencryptedVolumes', ['ec2:CreateVolume', 'ec2:RunInstances'], {
      resources: ec2('volume/*'),
      when: { Bool: { 'ec2:Encrypted': 'false' } },
    }),
    deny('DenyUnencryptedFileSystems', 'elasticfilesystem:CreateFileSystem', {
      when: { Bool: { 'elasticfilesystem:Encrypted': 'false' } },
    }),
    deny('DenyStoppingDefaultEncryption', 'ec2:DisableEbsEncryptionByDefault', {
      except: [...scope.breakGlassRoles, ...scope.platformRoles],
    }),
  ];
}
