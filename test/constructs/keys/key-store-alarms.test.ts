import { App, Stack } from 'aws-cdk-lib';
import { KeyStoreAlarms } from '../../../constructs/keys';
import { unacknowledged } from '../../support/compliance';
import { encryptedTopic, expectTemplate } from './support';

function build(): Stack {
  const stack = new Stack(new App(), 'Keys');
  new KeyStoreAlarms(stack, 'Alarms', { topic: encryptedTopic(stack) });
  return stack;
}

describe('KeyStoreAlarms', () => {
  it('tells of every call that takes keys of a store off', () => {
    expectTemplate(build()).hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.kms'],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: {
          eventName: [
            'ConnectCustomKeyStore',
            'CreateCustomKeyStore',
            'DeleteCustomKeyStore',
            'DisconnectCustomKeyStore',
            'UpdateCustomKeyStore',
          ],
        },
      },
    });
  });

  it('tells of keys whose material KMS does not reach, which it hears of among calls that read', () => {
    expectTemplate(build()).hasResourceProperties('AWS::Events::Rule', {
      State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
      EventPattern: {
        source: ['aws.kms'],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: {
          errorCode: ['CustomKeyStore', 'KMSInvalidState', 'CloudHsmCluster', 'Xks'].map((prefix) => ({ prefix })),
        },
      },
    });
  });

  it('passes the packs', () => expect(unacknowledged(build())).toEqual([]));
});
