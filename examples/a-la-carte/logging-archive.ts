import { type App, Stack } from 'aws-cdk-lib';
import { AlertTopic } from '../../constructs/detection';
import { DepartmentKey } from '../../constructs/keys';
import { DeliveryAlarms, lockedBucketName, LogArchive, LogQueries, LogReaderRole } from '../../constructs/logging';
import { profileById } from '../../lib/profiles';

const ACCOUNTS = ['110000000001', '110000000002', '110000000011'];
const ORGANIZATION = { organizationId: 'o-example1234' };
const PREFIX = 'agency-110000000002';
const TRAIL = 'arn:aws:cloudtrail:ap-east-1:110000000001:trail/agency-organization';
const CUSTODY = { administrators: ['key-administrator'], breakGlassRoles: ['break-glass'] };

/** The archive of an organisation that has its own trail: locked, watched for silence, and ready to be searched. */
export function loggingArchiveExample(app: App): Stack {
  const stack = new Stack(app, 'LogArchive', { env: { account: '110000000002', region: 'ap-east-1' } });
  const profile = profileById('hk-s17');
  const department = { department: 'digital-policy-office', classification: 'UNCLASSIFIED' };
  const archive = new LogArchive(stack, 'Archive', {
    ...CUSTODY,
    ...department,
    ...ORGANIZATION,
    profile,
    name: 'agency',
    bucketPrefix: PREFIX,
    trailArns: [TRAIL],
    readers: ['arn:aws:iam::110000000002:role/log-reader'],
    requestMetrics: true,
  });
  const encryptionKey = new DepartmentKey(stack, 'Key', { ...CUSTODY, ...department, purpose: 'logs' });
  const { topic } = new AlertTopic(stack, 'Alerts', { encryptionKey, emails: ['security@example.gov.hk'] });
  new DeliveryAlarms(stack, 'Deliveries', { archive, topic, namePrefix: 'agency', silenceMinutes: { trail: 15 } });
  const reader = new LogReaderRole(stack, 'Reader', {
    ...ORGANIZATION,
    roleName: 'log-reader',
    auditAccountId: '110000000003',
    archive,
  });
  const queries = new LogQueries(stack, 'Queries', {
    ...ORGANIZATION,
    name: 'agency-logs',
    buckets: {
      trail: lockedBucketName(PREFIX, 'trail'),
      config: lockedBucketName(PREFIX, 'config'),
      network: lockedBucketName(PREFIX, 'network'),
      access: lockedBucketName(PREFIX, 'access'),
      groups: lockedBucketName(PREFIX, 'groups'),
    },
    accounts: ACCOUNTS,
    regions: ['ap-east-1'],
    days: 366,
    encryptionKey,
    accessLogs: archive.deliveryBucket('access'),
  });
  queries.grantQuery(reader.role);
  return stack;
}
