import { meaningProblems } from '../../../lib/config/checks';
import { profileById, type Profile } from '../../../lib/profiles';
import { changeCases, loadChanged } from '../support/change';

describe('workloads', () => {
  changeCases('workloads', [
    {
      name: 'a zone that the account does not have',
      changes: [['type: postgres', 'type: postgres\n        zone: databases']],
      problems: [
        {
          path: 'accounts[4].workloads[2].zone',
          on: 'zone: databases',
          message: 'postgres "portal-db" needs the zone "databases", which the account "portal-prod" does not have',
          expected: 'one of its zones: application, data, management',
          remedy: 'set "zone", or add the zone to the VPC',
        },
      ],
    },
    {
      name: 'a workload in an account without a VPC',
      changes: [['- name: log-archive\n', '- name: log-archive\n    workloads: [{ name: db, type: postgres }]\n']],
      problems: [
        {
          path: 'accounts[1].workloads[0].zone',
          on: 'workloads: [{ name: db, type: postgres }]',
          message: 'postgres "db" needs the zone data, but the account "log-archive" has no VPC',
          remedy: 'add a VPC to the account',
        },
      ],
    },
    {
      name: 'a workload that faces the internet',
      changes: [
        ['- name: network\n', '- name: network\n    workloads: [{ name: db, type: postgres, zone: internet-dmz }]\n'],
      ],
      problems: [
        {
          path: 'accounts[3].workloads[0].zone',
          on: 'zone: internet-dmz',
          message: 'postgres "db" stands in the zone "internet-dmz", which faces the internet',
          remedy: 'move it to an inner zone, and publish it through network.ingress',
        },
      ],
    },
    {
      name: 'a database that does not exist',
      changes: [['database: portal-db', 'database: portal-bd']],
      problems: [
        {
          path: 'accounts[4].workloads[0].database',
          on: 'database: portal-bd',
          message: 'there is no postgres workload of "portal-prod" named "portal-bd": did you mean "portal-db"?',
          remedy: 'write "portal-db"',
        },
      ],
    },
    {
      name: 'a table, a queue and a dataset of the wrong type',
      changes: [
        ['queue: updates', 'queue: feeds'],
        ['datasets: [feeds]', 'datasets: [updates]'],
        ['tables: [bookmarks]\n      - name: search', 'tables: [portal-db]\n      - name: search'],
      ],
      problems: [
        {
          path: 'accounts[4].workloads[0].tables[0]',
          on: 'tables: [portal-db]',
          message: '"portal-db" is a postgres, not a table',
          remedy: 'name a table, or remove the mention',
        },
        {
          path: 'accounts[4].workloads[6].queue',
          on: 'queue: feeds',
          message: '"feeds" is a dataset, not a queue',
          remedy: 'name a queue, or remove the mention',
        },
        {
          path: 'accounts[4].workloads[6].datasets[0]',
          on: 'datasets: [updates]',
          message: '"updates" is a queue, not a dataset',
          remedy: 'name a dataset, or remove the mention',
        },
      ],
    },
    {
      name: 'code that is not there',
      changes: [['code: functions/feed-importer', 'code: functions/importer']],
      problems: [
        {
          path: 'accounts[4].workloads[6].code',
          on: 'code: functions/importer',
          message: 'the code of function "importer" is not there: functions/importer is no folder',
          remedy: 'correct the path, or write the code',
        },
      ],
    },
    {
      name: 'a handler that is not there',
      changes: [['code: functions/feed-importer', 'code: functions/feed-importer\n        handler: main.handler']],
      problems: [
        {
          path: 'accounts[4].workloads[6].handler',
          on: 'handler: main.handler',
          message:
            'the handler main.handler of function "importer" is not there: functions/feed-importer has no main.mjs',
          remedy: 'correct the handler, or write the file',
        },
      ],
    },
    {
      name: 'endpoints that workloads need, and one that is listed twice',
      changes: [['[dynamodb, ecr.api, ecr.dkr, logs, s3, secretsmanager]', '[logs, ecr.api, ecr.dkr, logs]']],
      problems: [
        {
          path: 'accounts[4].vpcs[0].interfaceEndpoints',
          on: 'interfaceEndpoints:',
          message:
            'web-service "portal" of "portal-prod" calls s3, secretsmanager, dynamodb, for which its VPC has no interface endpoint',
          remedy: 'add s3, secretsmanager, dynamodb to interfaceEndpoints',
        },
        {
          path: 'accounts[4].vpcs[0].interfaceEndpoints',
          on: 'interfaceEndpoints:',
          message: 'web-service "search" of "portal-prod" calls s3, for which its VPC has no interface endpoint',
          remedy: 'add s3 to interfaceEndpoints',
        },
        {
          path: 'accounts[4].vpcs[0].interfaceEndpoints',
          on: 'interfaceEndpoints:',
          message:
            'function "importer" of "portal-prod" calls dynamodb, s3, for which its VPC has no interface endpoint',
          remedy: 'add dynamodb, s3 to interfaceEndpoints',
        },
        {
          path: 'accounts[4].vpcs[0].interfaceEndpoints[3]',
          on: 'logs, ecr.api',
          message: 'interface endpoint "logs" is listed twice',
          remedy: 'remove it',
        },
      ],
    },
    {
      name: 'a certificate of another region and account',
      changes: [
        [
          'certificateArn: arn:aws:acm:ap-east-1:200000000011:certificate/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2c',
          'certificateArn: arn:aws:acm:us-east-1:200000000012:certificate/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2c',
        ],
      ],
      problems: [
        {
          path: 'accounts[4].workloads[1].certificateArn',
          on: 'arn:aws:acm:us-east-1',
          message:
            'the certificate is in the region us-east-1, not ap-east-1, and belongs to the account 200000000012, not 200000000011',
          remedy: /^request the certificate in the home region/,
        },
      ],
    },
    {
      name: 'images from elsewhere',
      changes: [
        ['image: 200000000001.dkr.ecr.ap-east-1.amazonaws.com/portal:1.0.0', 'image: docker.io/library/nginx:1.27'],
        [
          'image: 200000000001.dkr.ecr.ap-east-1.amazonaws.com/search:1.0.0',
          'image: 999999999999.dkr.ecr.us-east-1.amazonaws.com/search:latest',
        ],
      ],
      problems: [
        {
          path: 'accounts[4].workloads[0].image',
          on: 'docker.io',
          message: 'the image of "portal" is not in a private registry',
          remedy: 'copy the image to a registry of the organisation and name it with its tag or digest',
        },
        {
          path: 'accounts[4].workloads[1].image',
          on: '999999999999',
          message:
            'the image of "search" is of the account 999999999999, which is not in this landing zone, and is in the region us-east-1, and names no version',
          remedy: 'copy the image to a registry of the organisation and name it with its tag or digest',
        },
      ],
    },
  ]);

  test.each([
    ['AWS::ECS::Service', ['portal', 'search']],
    ['AWS::RDS::DBInstance', ['portal-db']],
    ['AWS::DynamoDB::Table', ['bookmarks']],
    ['AWS::SQS::Queue', ['updates']],
    ['AWS::Lambda::Function', ['importer']],
    ['AWS::S3::Bucket', ['feeds']],
  ])('in a region without %s the workloads %j are refused', (type, names) => {
    const { result } = loadChanged([]);
    if (result.kind !== 'loaded') throw new Error('expected a config without errors');
    const profile: Profile = { ...profileById('hk-s17'), absentTypes: { 'ap-east-1': new Set([type]) } };
    const problems = meaningProblems(result.config, profile);
    expect(problems.map(({ message }) => message)).toEqual(
      names.map((name) => expect.stringContaining(`"${name}" cannot be built: ap-east-1 does not have ${type}`)),
    );
  });

  test('in a region without CloudFormation hooks the gate at deployment is refused', () => {
    const { result } = loadChanged([]);
    if (result.kind !== 'loaded') throw new Error('expected a config without errors');
    const absentTypes = { 'ap-east-1': new Set(['AWS::CloudFormation::LambdaHook']) };
    const deploymentHook: NonNullable<typeof result.config.deploymentHook> = {
      mode: 'closed',
      failureMode: 'WARN',
      exemptRoles: [],
      waivers: [],
    };
    const judged = (config: typeof result.config) =>
      meaningProblems(config, { ...profileById('hk-s17'), absentTypes }).map(({ message }) => message);
    expect(judged(result.config)).toEqual([]);
    expect(judged({ ...result.config, deploymentHook })).toEqual([
      'the gate at deployment cannot be built: ap-east-1 does not have AWS::CloudFormation::LambdaHook',
    ]);
  });
});
