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

  it('watches all its keys with one pair of rules when it has a topic', () => {
    const stack = new Stack();
    ringIn(stack, { alarmTopic: encryptedTopic(stack) });
    const template = expectTemplate(stack);
    template.resourceCountIs('AWS::Events::Rule', 2);
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

  it('says which purposes it knows when asked for another', () => {
    const ring = ringIn(new Stack());
    expect(() => ring.key('secrets')).toThrow('no key for "secrets": expected one of data, logs');
  });

  it.each([[[]], [['data', 'data']]])('refuses the purposes %j', (purposes) => {
    expect(() => ringIn(new Stack(), { purposes })).toThrow('purposes: expected at least one, each once');
  });
});
