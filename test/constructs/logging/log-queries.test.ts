import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { FLOW_FIELDS, LogQueries, type LogQueriesProps } from '../../../constructs/logging';
import { BALANCER_LINE, BUCKET_LINE } from '../../../constructs/logging/queries/access-tables';
import { unacknowledged } from '../../support/compliance';
import { keyIn, ORGANIZATION } from './support';

const BUCKETS = { trail: 'a-trail', config: 'a-config', network: 'a-network', access: 'a-access', groups: 'a-groups' };

function queriesIn(stack: Stack, props: Partial<LogQueriesProps> = {}): LogQueries {
  return new LogQueries(stack, 'Queries', {
    name: 'hk-logs',
    buckets: BUCKETS,
    organizationId: ORGANIZATION,
    accounts: ['110000000001', '110000000002'],
    regions: ['ap-east-1'],
    days: 400,
    encryptionKey: keyIn(stack),
    ...props,
  });
}

describe('LogQueries', () => {
  const stack = new Stack();
  const queries = queriesIn(stack, { firewalls: ['hk-inspection'] });
  queries.grantQuery(new iam.Role(stack, 'Reader', { assumedBy: new iam.AccountRootPrincipal() }));
  const expectIn = Template.fromStack(stack);
  const tables = Object.values(expectIn.findResources('AWS::Glue::Table')).map((one) => one['Properties'].TableInput);
  const table = (name: string) => tables.find((one) => one.Name === name);

  it('has a table for each kind of log, over the bucket that keeps it', () => {
    const where = tables.map(({ Name, StorageDescriptor }) => [Name, StorageDescriptor.Location.split('/')[2]]);
    expect(Object.fromEntries(where)).toEqual({
      trail: 'a-trail',
      configuration: 'a-config',
      vpc_flows: 'a-network',
      transit_gateway_flows: 'a-network',
      firewall_events: 'a-network',
      dns_queries: 'a-network',
      load_balancer_requests: 'a-access',
      archive_access: 'a-access',
      log_groups: 'a-groups',
    });
  });

  it('computes the partitions: accounts, regions, and the days that logs are kept', () => {
    expect(table('log_groups')?.Parameters).toMatchObject({
      'projection.enabled': 'true',
      'projection.account.values': '110000000001,110000000002',
      'projection.day.range': 'NOW-400DAYS,NOW',
      'storage.location.template': 's3://a-groups/AWSLogs/${account}/loggroups/${region}/${day}/',
    });
    expect(table('configuration')?.Parameters['projection.day.format']).toBe('yyyy/M/d');
    expect(table('dns_queries')?.Parameters['projection.vpc.type']).toBe('injected');
  });

  it('gives each partition of the path a definition and a key, and no key the name of a column', () => {
    for (const { Parameters, PartitionKeys, StorageDescriptor } of tables) {
      const keys: string[] = PartitionKeys.map(({ Name }: { Name: string }) => Name);
      const path: string = Parameters['storage.location.template'] ?? '';
      expect([...path.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name)).toEqual(keys);
      for (const key of keys) expect(Parameters[`projection.${key}.type`]).toBeDefined();
      const names = StorageDescriptor.Columns.map(({ Name }: { Name: string }) => Name);
      expect(names.filter((name: string) => keys.includes(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('reads flow logs in the order of their fields', () => {
    const names = table('vpc_flows')?.StorageDescriptor.Columns.map(({ Name }: { Name: string }) => Name);
    expect(names).toEqual(FLOW_FIELDS.map((field) => field.replaceAll('-', '_')));
  });

  it('takes lines apart into as many columns as there are', () => {
    const balancer =
      'https 2026-11-02T10:00:00.186641Z app/portal/50dc6c495c0c9188 192.0.2.1:2817 10.64.32.10:443 0.086 0.048 0.037 ' +
      '200 200 0 57 "GET https://www.example.gov.hk:443/ HTTP/1.1" "curl/8.1" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 ' +
      'arn:aws:elasticloadbalancing:ap-east-1:1:targetgroup/a/b "Root=1-58337281" "www.example.gov.hk" "arn:cert" 1 ' +
      '2026-11-02T10:00:00.048000Z "forward" "-" "-" "10.64.32.10:443" "200" "-" "-" TID_1234';
    const bucket =
      '79a5 a-trail [06/Nov/2026:00:00:38 +0000] 192.0.2.3 arn:aws:iam::1:role/reader 3E57 REST.GET.OBJECT AWSLogs/x.gz ' +
      '"GET /a-trail/AWSLogs/x.gz HTTP/1.1" 200 - 113 113 7 6 "-" "S3Console/0.4" - s9lz SigV4 ECDHE AuthHeader ' +
      's3.ap-east-1.amazonaws.com TLSv1.2 - Yes';
    for (const [name, expression, line] of [
      ['load_balancer_requests', BALANCER_LINE, balancer],
      ['archive_access', BUCKET_LINE, bucket],
    ] as const) {
      const [, ...fields] = new RegExp(`^${expression.join('')}$`).exec(line) ?? [];
      const columns: { Name: string }[] = table(name)?.StorageDescriptor.Columns;
      const row = Object.fromEntries(columns.map(({ Name }, index) => [Name, fields[index]]));
      expect(fields).toHaveLength(columns.length);
      expect(row).toMatchObject(
        name === 'archive_access'
          ? { operation: 'REST.GET.OBJECT', requester: 'arn:aws:iam::1:role/reader', http_status: '200' }
          : { client_ip: '192.0.2.1', request_verb: 'GET', domain_name: 'www.example.gov.hk', more: ' TID_1234' },
      );
    }
  });

  it('encrypts results, whatever clients ask for, and stops queries that read too much', () => {
    expectIn.hasResourceProperties('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        EnforceWorkGroupConfiguration: true,
        BytesScannedCutoffPerQuery: 1024 ** 4,
        ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: Match.anyValue() } },
      },
    });
  });

  it('has queries that name tables and columns that are there', () => {
    const saved = Object.values(expectIn.findResources('AWS::Athena::NamedQuery')).map((one) => one['Properties']);
    expect(saved.length).toBeGreaterThan(6);
    for (const { QueryString, WorkGroup } of saved) {
      expect(WorkGroup).toBe('hk-logs');
      expect(queries.tables).toContain(/FROM (\w+)/.exec(QueryString)?.[1]);
    }
  });

  it('lets a role query one work group and one database, and nothing more', () => {
    expectIn.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: Match.arrayWith(['athena:StartQueryExecution']),
            Resource: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp(':workgroup/hk-logs$')])] },
          }),
        ]),
      },
    });
    expect(unacknowledged(stack).filter((line) => !line.includes('/Reader/'))).toEqual([]);
  });

  it.each<[string, Partial<LogQueriesProps>]>([
    ['accounts', { accounts: [] }],
    ['regions', { regions: [] }],
    ['mostGiB', { mostGiB: 0 }],
  ])('refuses %s of nothing', (prop, props) => {
    expect(() => queriesIn(new Stack(), props)).toThrow(`[Default/Queries] ${prop}: expected`);
  });

  it('leaves out the query of firewalls where none is named', () => {
    const without = new Stack();
    queriesIn(without);
    expect(JSON.stringify(Template.fromStack(without).findResources('AWS::Athena::NamedQuery'))).not.toContain(
      'firewall_events',
    );
  });
});
