import { aws_ecs as ecs, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import type { WebServiceProps } from '../../../constructs/workloads';
import { unacknowledged } from '../../support/compliance';
import { ADDRESSES, buildWebService, container, IMAGE, withAddresses } from './web-service-bench';
import { inventory, type Workbench } from './workbench';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('WebService', () => {
  test('is compliant', () => {
    expect(unacknowledged(buildWebService().stack)).toEqual([]);
  });

  test('is compliant with everything switched on', () => {
    const { stack } = buildWebService((bench) => ({
      fixedAddresses: ADDRESSES,
      webAclArn: 'arn:aws:wafv2:ap-east-1:123456789012:regional/webacl/x/y',
      settings: { MODE: 'test' },
      secrets: {
        API_KEY: ecs.Secret.fromSecretsManager(
          secretsmanager.Secret.fromSecretNameV2(bench.stack, 'Imported', 'api-key'),
        ),
      },
      writablePaths: ['/tmp'],
      containerTls: true,
    }));
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('makes these resources', () => {
    expect(inventory(withAddresses().stack)).toMatchSnapshot();
  });

  test('is found by the name of its way in', () => {
    const { stack, web } = withAddresses();
    expect(stack.resolve(web.dnsName)).toEqual({ 'Fn::GetAtt': [expect.stringContaining('WebFront'), 'DNSName'] });
    const plain = buildWebService();
    expect(plain.stack.resolve(plain.web.dnsName)).toEqual({
      'Fn::GetAtt': [expect.stringContaining('WebBalancer'), 'DNSName'],
    });
  });

  test.each([
    ['by digest', `123456789012.dkr.ecr.ap-east-1.amazonaws.com/app@${DIGEST}`],
    ['by tag and digest', `123456789012.dkr.ecr.ap-east-1.amazonaws.com/app:1@${DIGEST}`],
    ['of a registry in China', '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app:1'],
  ])('takes an image %s', (_, image) => {
    expect(container(buildWebService(() => ({ image })).stack)).toMatchObject({ Image: image });
  });

  test.each<[string, (bench: Workbench) => Partial<WebServiceProps>, RegExp]>([
    [
      'a public image',
      () => ({ image: 'nginx:1.27' }),
      /\[Workloads\/Web\] image: expected ACCOUNT\.dkr\.ecr.* found "nginx:1\.27"/,
    ],
    ['the latest image', () => ({ image: IMAGE.replace('1.4.2', 'latest') }), /names no fixed version/],
    ['an image without version', () => ({ image: IMAGE.replace(':1.4.2', '') }), /names no fixed version/],
    ['an image that is known too late', ({ stack }) => ({ image: stack.stackId }), /only known at deployment/],
    ['one task', () => ({ desiredCount: 1 }), /desiredCount: expected 2 tasks or more, .* found 1/],
    [
      'fewer tasks under load',
      () => ({ desiredCount: 4, maxCount: 3 }),
      /maxCount: expected at least desiredCount \(4\), found 3/,
    ],
    ['root', () => ({ user: '0' }), /user: expected a numeric user, .* found "0"/],
    ['the group of root', () => ({ user: '1000:0' }), /user: expected/],
    ['root by name', () => ({ user: 'root' }), /user: expected/],
    [
      'too few addresses',
      () => ({ fixedAddresses: ['10.0.0.10'] }),
      /fixedAddresses: expected 2 different IPv4 addresses, .* found 1/,
    ],
    ['an address that is none', () => ({ fixedAddresses: ['10.0.0.10', '10.0.0.300'] }), /found "10\.0\.0\.300"/],
    ['one address twice', () => ({ fixedAddresses: ['10.0.0.10', '10.0.0.10'] }), /found 10\.0\.0\.10, 10\.0\.0\.10/],
    [
      'one subnet',
      ({ placement }) => ({ placement: { ...placement, subnets: placement.subnets.slice(1) } }),
      /at least 2 subnets/,
    ],
  ])('refuses %s', (_, props, message) => {
    expect(() => buildWebService(props)).toThrow(message);
  });
});
