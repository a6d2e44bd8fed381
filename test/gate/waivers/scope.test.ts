import { inScope } from '../../../lib/gate/waivers/in-scope';
import { narrowerScope } from '../../../lib/gate/waivers/narrower';
import type { Place } from '../../../lib/gate/waivers/place';
import type { WaiverScope } from '../../../lib/model';

const place: Place = {
  organization: 'o-hkgov12345',
  units: ['Digital/Production', 'ou-hk01-digprod01', 'Digital', 'ou-hk01-digital1', 'Root', 'r-hk01'],
  accounts: ['110000000011', 'e-services-prod'],
  stack: 'e-services-prod-data',
  constructPath: 'e-services-prod/data/Feeds/Resource',
  logicalId: 'FeedsBucket0123ABCD',
  type: 'AWS::S3::Bucket',
  property: 'Properties.LoggingConfiguration',
  tags: () =>
    new Map([
      ['environment', 'sandbox'],
      ['owner', 'a/b'],
    ]),
};

describe('a scope', () => {
  it.each<[string, WaiverScope, boolean]>([
    ['organisation', { organization: 'o-hkgov12345' }, true],
    ['another organisation', { organization: 'o-other12345' }, false],
    ['the unit', { unit: 'Digital/Production' }, true],
    ['the unit by id', { unit: 'ou-hk01-digprod01' }, true],
    ['a unit above', { unit: 'Digital' }, true],
    ['the root', { unit: 'Root' }, true],
    ['a unit beside', { unit: 'Digital/Sandbox' }, false],
    ['units by glob', { unit: 'Digital/*' }, true],
    ['the account by id', { account: '110000000011' }, true],
    ['the account by name', { account: 'e-services-prod' }, true],
    ['accounts by glob', { account: '*-prod' }, true],
    ['the start of an account', { account: '1100' }, false],
    ['stack', { stack: 'e-services-prod-data' }, true],
    ['a path below a glob', { constructPath: 'e-services-prod/**' }, true],
    ['a glob that is not deep enough', { constructPath: 'e-services-prod/*' }, false],
    ['a glob of one step', { constructPath: 'e-services-prod/*/Feeds/Resource' }, true],
    ['logical id', { logicalId: 'FeedsBucket0123ABCD' }, true],
    ['a logical id in other letters', { logicalId: 'feedsbucket0123abcd' }, false],
    ['a logical id by glob', { logicalId: 'FeedsBucket????????' }, true],
    ['one of a list', { logicalId: ['Other', 'Feeds*'] }, true],
    ['none of a list', { logicalId: ['Other', 'Others*'] }, false],
    ['types of a service', { type: 'AWS::S3::*' }, true],
    ['alternatives', { type: 'AWS::{S3,SQS}::*' }, true],
    ['another type', { type: 'AWS::SQS::Queue' }, false],
    ['tag', { tag: { environment: 'sandbox' } }, true],
    ['all tags', { tag: { environment: 'sand*', owner: 'a/b' } }, true],
    ['a tag that is not there', { tag: { environment: 'sandbox', team: '*' } }, false],
    ['property', { property: 'Properties.LoggingConfiguration' }, true],
    ['properties by glob', { property: 'Properties.*' }, true],
    ['all of several', { account: '110000000011', type: 'AWS::S3::Bucket' }, true],
    ['not all of several', { account: '110000000012', type: 'AWS::S3::Bucket' }, false],
  ])('by %s', (_, scope, expected) => {
    expect(inScope(scope, place)).toBe(expected);
  });

  it.each<WaiverScope>([
    { organization: '*' },
    { unit: '**' },
    { account: '*' },
    { constructPath: '**' },
    { property: '*' },
    { logicalId: '*' },
    { tag: { any: '*' } },
  ])('%j does not hold what nobody knows', (scope) => {
    const unknown: Place = {
      ...place,
      organization: undefined,
      units: [],
      accounts: [],
      constructPath: undefined,
      property: undefined,
      logicalId: '',
      tags: () => new Map(),
    };
    expect(inScope(scope, unknown)).toBe(false);
  });

  it('is compared as text first, whatever signs it holds', () => {
    const odd = { ...place, constructPath: 'Stack/Rule[0]' };
    expect(inScope({ constructPath: 'Stack/Rule[0]' }, odd)).toBe(true);
    expect(inScope({ constructPath: 'Stack/Rule[0]' }, { ...place, constructPath: 'Stack/Rule0' })).toBe(true);
  });
});

describe('the narrower scope', () => {
  const at = (logicalId: string, more: Partial<Place> = {}): Place => ({
    ...place,
    constructPath: undefined,
    logicalId,
    ...more,
  });
  const many = Array.from({ length: 11 }, (_, index) => at(`Bucket${index}`));
  const common = { account: '110000000011', stack: 'e-services-prod-data' };

  it.each<[string, WaiverScope, readonly Place[], WaiverScope | undefined]>([
    ['names resources', { type: '*' }, [at('B'), at('A'), at('B')], { ...common, logicalId: ['A', 'B'] }],
    [
      'prefers construct paths',
      { unit: 'Digital' },
      [place],
      { unit: 'Digital', ...common, constructPath: 'e-services-prod/data/Feeds/Resource' },
    ],
    [
      'keeps the property',
      { property: 'Properties.*' },
      [at('A')],
      { property: 'Properties.*', ...common, logicalId: 'A' },
    ],
    [
      'says what many have in common',
      { tag: { team: 'x' } },
      many,
      { tag: { team: 'x' }, ...common, type: 'AWS::S3::Bucket' },
    ],
    [
      'names the stack of a template as a whole',
      { account: common.account, type: 'T' },
      [at('', { type: 'T' })],
      { ...common, type: 'T' },
    ],
    ['leaves exact ids', { logicalId: 'A' }, [at('A')], undefined],
    ['leaves exact paths', { constructPath: ['a/b'] }, [place], undefined],
    ['leaves what many share already', { ...common, type: 'AWS::S3::Bucket' }, many, undefined],
    ['is none for nothing', { type: '*' }, [], undefined],
  ])('%s', (_, scope, places, expected) => {
    expect(narrowerScope(scope, places)).toEqual(expected);
  });
});
