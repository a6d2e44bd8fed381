import type { Stack } from 'aws-cdk-lib';
import { WebService, type WebServiceProps } from '../../../constructs/workloads';
import { only, type Workbench, workbench } from './workbench';

export const IMAGE = '123456789012.dkr.ecr.ap-east-1.amazonaws.com/team/app:1.4.2';
export const ADDRESSES = ['10.0.0.10', '10.0.128.10'];

export function buildWebService(props: (bench: Workbench) => Partial<WebServiceProps> = () => ({})) {
  const bench = workbench();
  const web = new WebService(bench.stack, 'Web', {
    placement: bench.placement,
    encryptionKey: bench.key,
    image: IMAGE,
    certificateArn: 'arn:aws:acm:ap-east-1:123456789012:certificate/1',
    accessLogBucketName: 'central-access-logs',
    ...props(bench),
  });
  return { ...bench, web };
}

export const withAddresses = () => buildWebService(() => ({ fixedAddresses: ADDRESSES }));

export const container = (stack: Stack) => {
  const { ContainerDefinitions: list } = only(stack, 'AWS::ECS::TaskDefinition');
  return Array.isArray(list) ? list[0] : undefined;
};

export const zoneGroup = { 'Fn::ImportValue': expect.stringContaining('ZoneGroup') };
export const ownGroup = (name: string) => ({ 'Fn::GetAtt': [expect.stringContaining(name), 'GroupId'] });
