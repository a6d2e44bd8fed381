import { profileById } from '../../lib/profiles';
import { Names, vpcName } from '../../lib/landing-zone/names';
import { smallConfig } from './support/small-config';

describe('names that cross accounts', () => {
  const config = smallConfig();
  const names = new Names(config, profileById('hk-s17'));
  const archive = names.accountOf('log-archive');

  test('are computed from the config alone', () => {
    expect(names.archiveBucketArn('trail')).toBe(`arn:aws:s3:::${config.name}-${archive.id}-trail`);
    expect(names.archiveKeyAliasArn('trail')).toBe(
      `arn:aws:kms:ap-east-1:${archive.id}:alias/${config.name}/archive/trail`,
    );
    expect(names.parameterArn(names.account('network'), names.transitGatewayParameter)).toBe(
      `arn:aws:ssm:ap-east-1:200000000004:parameter/${config.name}/network/transit-gateway-id`,
    );
    expect(names.rolePattern('break-glass')).toBe(`arn:aws:iam::*:role/${config.name}-break-glass`);
  });

  test('bucket names fit in S3’s 63 characters for the longest name of a landing zone', () => {
    const longest = new Names({ ...config, name: 'a'.repeat(32) }, profileById('hk-s17'));
    expect(longest.archiveBucket('network').length).toBeLessThanOrEqual(63);
  });

  test('a VPC is called after its account unless it has a name', () => {
    const account = names.account('network');
    expect(account.vpcs.map((vpc) => vpcName(account, vpc))).toEqual(['perimeter', 'inspection']);
  });

  test('an unknown account is an error that names it', () => {
    expect(() => names.account('nobody')).toThrow('no account named "nobody"');
  });
});
