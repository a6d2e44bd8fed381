import { changeCases } from '../support/change';

changeCases('profile and region', [
  {
    name: 'an unknown profile',
    changes: [['profile: hk-s17', 'profile: hk-s71']],
    problems: [
      {
        path: 'profile',
        on: 'profile: hk-s71',
        message: 'there is no profile named "hk-s71": did you mean "hk-s17"?',
        remedy: 'write "hk-s17"',
      },
    ],
  },
  {
    name: 'an unknown profile does not hide errors that hold everywhere',
    changes: [
      ['profile: hk-s17', 'profile: atlantis'],
      ['data: [10.64.36.0/24, 10.64.37.0/24]', 'data: [10.64.36.0/24, 10.64.99.0/24]'],
    ],
    problems: [
      {
        path: 'profile',
        on: 'profile: atlantis',
        message: 'there is no profile named "atlantis"',
        remedy: 'write the name of a known profile',
      },
      {
        path: 'accounts[4].vpcs[0].zones.data[1]',
        on: '10.64.99.0/24',
        message: /is outside the VPC of account "portal-prod"/,
        remedy: 'take a free block of the VPC',
      },
    ],
  },
  {
    name: 'Taipei, whose name begins like that of Hong Kong',
    changes: [['homeRegion: ap-east-1\n', 'homeRegion: ap-east-2\n']],
    problems: [
      {
        path: 'homeRegion',
        on: 'homeRegion: ap-east-2',
        message: 'region ap-east-2 is outside the profile hk-s17 (Hong Kong SAR Government)',
        remedy: 'build in ap-east-1, or choose another profile',
      },
    ],
  },
  {
    name: 'a region that does not exist',
    changes: [['homeRegion: ap-east-1\n', 'homeRegion: ap-eats-1\n']],
    problems: [
      {
        path: 'homeRegion',
        on: 'homeRegion: ap-eats-1',
        message: '"ap-eats-1" is not an AWS region: did you mean "ap-east-1"?',
        remedy: 'write ap-east-1',
      },
    ],
  },
  {
    name: 'availability zones of another region, and twice the same',
    changes: [['[ap-east-1a, ap-east-1b]', '[ap-east-2a, ap-east-2a]']],
    problems: [
      {
        path: 'availabilityZones[0]',
        on: 'ap-east-2a',
        message: 'availability zone "ap-east-2a" is not in the home region ap-east-1',
        remedy: 'write a zone of ap-east-1',
      },
      {
        path: 'availabilityZones[1]',
        on: 'ap-east-2a',
        message: 'availability zone ap-east-2a is listed twice',
        remedy: 'remove it, or name another',
      },
    ],
  },
  {
    name: 'an interface endpoint for a service that the region does not have',
    changes: [['logs, s3, secretsmanager]', 'logs, s3, secretsmanager, bedrock-runtime]']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].interfaceEndpoints[6]',
        on: 'bedrock-runtime',
        message:
          'ap-east-1 does not have the service behind the endpoint "bedrock-runtime" (AWS::Bedrock::Guardrail is not published there)',
        remedy: 'remove the endpoint',
      },
    ],
  },
]);
