import { Duration, aws_iam as iam } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { WorkQueue, type WorkQueueProps } from '../../../constructs/workloads';
import { unacknowledged } from '../../support/compliance';
import { ofType, workbench } from './workbench';

function build(props: Partial<WorkQueueProps> = {}) {
  const bench = workbench();
  const queue = new WorkQueue(bench.stack, 'Queue', { encryptionKey: bench.key, ...props });
  return { ...bench, queue };
}

function queues(stack: Parameters<typeof ofType>[0]) {
  return ofType(stack, 'AWS::SQS::Queue');
}

describe('WorkQueue', () => {
  test('is compliant', () => {
    expect(unacknowledged(build().stack)).toEqual([]);
  });

  test('encrypts messages with the customer key in both queues', () => {
    const key = { 'Fn::ImportValue': expect.stringContaining('Key') };
    expect(queues(build().stack).map(({ Properties }) => Properties?.['KmsMasterKeyId'])).toEqual([key, key]);
  });

  test('refuses requests without TLS on both queues', () => {
    const policies = ofType(build().stack, 'AWS::SQS::QueuePolicy');
    expect(policies).toHaveLength(2);
    for (const { Properties } of policies) {
      expect(Properties).toMatchObject({
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Deny',
              Action: 'sqs:*',
              Principal: { AWS: '*' },
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      });
    }
  });

  test('sets a message aside for 14 days after five receives', () => {
    const [deadLetters, queue] = queues(build().stack);
    expect(deadLetters?.Properties).toMatchObject({ MessageRetentionPeriod: 14 * 86_400 });
    expect(queue?.Properties).toMatchObject({
      RedrivePolicy: { maxReceiveCount: 5 },
      VisibilityTimeout: 180,
      MessageRetentionPeriod: 4 * 86_400,
    });
  });

  test('grants sending and consuming, each with the key', () => {
    const { stack, queue } = build();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
    queue.grantSendMessages(role);
    const actions = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    expect(actions).toContain('sqs:SendMessage');
    expect(actions).toContain('kms:GenerateDataKey*');
    expect(actions).not.toContain('sqs:ReceiveMessage');
  });

  test.each([
    [
      { visibilityTimeout: Duration.hours(13) },
      /\[Workloads\/Queue\] visibilityTimeout: expected 1 to 43200 seconds, found 46800/,
    ],
    [{ visibilityTimeout: Duration.seconds(0) }, /visibilityTimeout/],
    [{ maxReceiveCount: 0 }, /maxReceiveCount: expected a whole number from 1 to 1000, found 0/],
  ])('refuses %j', (props, message) => {
    expect(() => build(props)).toThrow(message);
  });
});
