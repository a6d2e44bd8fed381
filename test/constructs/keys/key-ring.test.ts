import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { KeyRing, type KeyRingProps } from '../../../constructs/keys';
import { encryptedTopic, expectTemplate } from './support';
import { unacknowledged } from '../../support/compliance';

const custody = {
  department: 'e-services',
  classification: 'UNCLASSIFIED',
  administrators: ['key-administrator'],
  breakGlassRoles: ['break-glass'],
};

const ringIn = (stack: Stack, props: Partial<KeyRingProps> = {}) =>
  new KeyRing(stack, 'Ring', { ...custody, purposes: ['data', 'logs'], ...props });

function idsOf(purposes: string[]): string[] {
  const stack = new Stack();
  ringIn(stack, { purposes });
  return Object.keys(Template.fromStack(stack).findResources('AWS::KMS::Key'));
}

describe('KeyRing', () => {
  it('makes one key for each purpose, with an alias that tells what it is for', () => {
    const stack = new Stack();
    const ring = ringIn(stack);
    const template = expectTemplate(stack);
    template.resourceCountIs('AWS::KMS::Key', 2);
    for (const purpose of ring.purposes) {
      template.hasResourceProperties('AWS::KMS::Alias', { AliasName: `alias/e-services/${purpose}/unclassified` });
    }
  });

  it('keeps the logical ids of the other keys when a purpose is added before them', () => {
    expect(idsOf(['secrets', 'data', 'logs'])).toEqual(expect.arrayContaining(idsOf(['data', 'logs'])));
  });

  it('watches all its keys with one set of rules when it has a topic', () => {
    const stack = new Stack();
    ringIn(stack, { alarmTopic: encryptedTopic(stack) });
    const template = expectTemplate(stack);
    template.resourceCountIs('AWS::Events::Rule', 3);
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: Match.objectLike({
        detail: {
          eventName: Match.arrayWith(['DisableKey', 'PutKeyPolicy', 'ScheduleKeyDeletion']),
          resources: { ARN: [Match.anyValue(), Match.anyValue()] },
        },
      }),
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('makes keys of other classifications and uses beside the usual ones', () => {
    const ring = ringIn(new Stack(), {
      purposes: ['data', { purpose: 'data', classification: 'RESTRICTED' }, { purpose: 'licences', use: 'signing' }],
    });
    expect(ring.purposes).toEqual(['data', 'licences']);
    expect(ring.key('data', 'RESTRICTED').aliasName).toBe('alias/e-services/data/restricted');
    expect(ring.key('data')).not.toBe(ring.key('data', 'RESTRICTED'));
    expect(ring.key('licences').use).toBe('signing');
  });

  it('tells when the use of a key is refused, which EventBridge passes only when asked to', () => {
    const stack = new Stack();
    ringIn(stack, { alarmTopic: encryptedTopic(stack) });
    expectTemplate(stack).hasResourceProperties('AWS::Events::Rule', {
      State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
      EventPattern: {
        detail: { eventName: Match.arrayWith([{ prefix: 'Decrypt' }]), errorCode: [{ prefix: 'AccessDenied' }] },
      },
    });
  });

  it('says which purposes it knows when asked for another', () => {
    const ring = ringIn(new Stack());
    expect(() => ring.key('secrets')).toThrow('no key for "secrets": expected one of data, logs');
  });

  it.each([[[]], [['data', 'data']]])('refuses the purposes %j', (purposes) => {
    expect(() => ringIn(new Stack(), { purposes })).toThrow('purposes: expected at least one, each once');
  });
});
