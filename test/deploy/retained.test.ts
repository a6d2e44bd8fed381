import { retainedIn } from '../../lib/deploy/destroy/retained';

const body = (resource: object) => JSON.stringify({ Resources: { It: { Type: 'AWS::X::Y', ...resource } } });

describe('what a stack keeps', () => {
  it.each<[string, object, string | undefined]>([
    ['a resource that stays when its stack goes', { DeletionPolicy: 'Retain' }, 'kept when its stack goes'],
    ['one that stays but for its creation', { DeletionPolicy: 'RetainExceptOnCreate' }, 'kept when its stack goes'],
    ['one that leaves a snapshot', { DeletionPolicy: 'Snapshot' }, 'a snapshot of it is kept'],
    ['locked objects', { Properties: { ObjectLockEnabled: true } }, 'objects are locked'],
    [
      'locked recovery points',
      { Properties: { LockConfiguration: { MinRetentionDays: 7 } } },
      'recovery points are locked',
    ],
    ['a protected database', { Properties: { DeletionProtection: 'true' } }, 'protected from deletion'],
    ['a protected table', { Properties: { DeletionProtectionEnabled: true } }, 'protected from deletion'],
    ['a table without protection', { Properties: { DeletionProtectionEnabled: false } }, undefined],
    ['a resource that goes with it', { DeletionPolicy: 'Delete' }, undefined],
    ['a resource without a policy', {}, undefined],
  ])('%s', (_, resource, why) => {
    const expected = { logicalId: 'It', type: 'AWS::X::Y', remedy: expect.stringMatching(/./) };
    const whys = why === undefined ? [] : [why];
    expect(retainedIn(body(resource))).toEqual(
      whys.map((text) => ({ ...expected, why: expect.stringContaining(text) })),
    );
  });

  it('tells all reasons of one resource together', () => {
    const [kept] = retainedIn(body({ DeletionPolicy: 'Retain', Properties: { ObjectLockEnabled: true } }));
    expect(kept?.why).toMatch(/kept when its stack goes.*; its objects are locked/);
  });
});
