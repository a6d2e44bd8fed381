import { BatchDescribeTypeConfigurationsCommand, CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { expected, ofEach, type ReadBack } from './read-back';

const ofKind = (kind: 'GuardHook' | 'LambdaHook'): ReadBack =>
  ofEach(
    `AWS::CloudFormation::${kind}`,
    `each ${kind} is on, for the operations of its template, and fails as it says`,
    async ({ account, properties }, deployed) => {
      const client = new CloudFormationClient(await deployed.client(account));
      const asked = [{ Type: 'HOOK' as const, TypeName: String(properties['Alias']) }];
      const { TypeConfigurations: [found] = [] } = await client.send(
        new BatchDescribeTypeConfigurationsCommand({ TypeConfigurationIdentifiers: asked }),
      );
      client.destroy();
      const { CloudFormationConfiguration: configuration } = JSON.parse(found?.Configuration ?? '{}');
      const hook = configuration?.HookConfiguration;
      return [
        expected('status', properties['HookStatus'], hook?.HookInvocationStatus),
        expected('failure mode', properties['FailureMode'], hook?.FailureMode),
        expected('operations', properties['TargetOperations'], hook?.TargetOperations),
      ];
    },
  );

/** The gate at deployment stands in every account. */
export const HOOKS: readonly ReadBack[] = [ofKind('LambdaHook'), ofKind('GuardHook')];
