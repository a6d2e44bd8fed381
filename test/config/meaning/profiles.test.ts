import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProfile } from '../../../lib/config';
import { changeCases, loadChanged, type Change } from '../support/change';

/** Puts a profile of the organisation into the config. */
function own(body: string, use = 'agency'): readonly Change[] {
  return [
    [
      'profile: hk-s17',
      `profile: ${use}\nprofiles:\n  - { id: agency, extends: hk-s17, source: Agency policy 4.2${body} }`,
    ],
  ];
}

describe('profiles of the organisation', () => {
  changeCases('profiles', [
    {
      name: 'one that would loosen a verified ceiling',
      changes: own(', ceilings: { public: RESTRICTED }'),
      problems: [
        {
          path: 'profiles[0].ceilings.public',
          on: 'id: agency',
          message: 'the ceiling of public is UNCLASSIFIED in hk-s17 (S17 17.3.1), which RESTRICTED would loosen',
          expected: 'UNCLASSIFIED or lower',
          remedy: 'leave the key out, or be stricter: an extension loosens nothing',
          source: 'S17 17.3.1',
        },
      ],
    },
    {
      name: 'one that adds a region',
      changes: own(', regions: [ap-east-1, ap-southeast-1]'),
      problems: [
        {
          path: 'profiles[0].regions[1]',
          on: 'id: agency',
          message: 'ap-southeast-1 is not a region of hk-s17',
          remedy: /declared as a transfer/,
        },
      ],
    },
    {
      name: 'a misspelt key',
      changes: own(', ceiling: { public: UNCLASSIFIED }'),
      problems: [
        {
          path: 'profiles[0].ceiling',
          on: 'id: agency',
          message: 'unknown key "ceiling": did you mean "ceilings"?',
          remedy: /rename the key/,
        },
      ],
    },
    {
      name: 'an unknown base',
      changes: own('').map(([from, to]) => [from, to.replace('extends: hk-s17', 'extends: hk-s71')] as const),
      problems: [
        {
          path: 'profiles[0].extends',
          on: 'hk-s71',
          message: 'there is no built-in profile named "hk-s71": did you mean "hk-s17"?',
          remedy: 'write "hk-s17"',
        },
      ],
    },
    {
      name: 'the id of a built-in profile',
      changes: own('', 'hk-s17').map(([from, to]) => [from, to.replace('id: agency', 'id: sg-im8')] as const),
      problems: [
        {
          path: 'profiles[0].id',
          on: 'sg-im8',
          message: '"sg-im8" is a built-in profile',
          remedy: 'call it for example my-sg-im8',
        },
      ],
    },
    {
      name: 'a name that is neither built in nor stated',
      changes: own('', 'agencx'),
      problems: [
        {
          path: 'profile',
          on: 'profile: agencx',
          message: 'there is no profile named "agencx": did you mean "agency"?',
          remedy: 'write "agency"',
        },
      ],
    },
  ]);

  test('a stricter one holds: its zones may be used, its ceiling is the ceiling', () => {
    const loaded = loadChanged(own(', retentionDays: { infrastructure: 500 }'));
    expect(loaded.result).toMatchObject({
      kind: 'loaded',
      profile: { id: 'agency', extends: 'hk-s17', retentionDays: { infrastructure: { value: 500 } } },
    });
  });
});

describe('a profile whose sources do not state what a landing zone rests on', () => {
  const { problems } = loadChanged([
    ['profile: hk-s17', 'profile: sg-im8'],
    ['homeRegion: ap-east-1', 'homeRegion: ap-southeast-1'],
  ]);

  test('says once what the organisation must state, with the key to write', () => {
    const missed = problems.filter(({ path }) => path === 'profile' || path.startsWith('logging'));
    expect(missed.map(({ message }) => message)).toEqual([
      'neither the profile sg-im8 nor the config says how long application logs are kept',
      'neither the profile sg-im8 nor the config says how long infrastructure logs are kept',
      'the sources of sg-im8 do not state its classification levels, and nobody invents it',
      'the sources of sg-im8 do not state the ceiling of the deployment model public, and nobody invents it',
      'the sources of sg-im8 do not state its zone model, and nobody invents it',
    ]);
    expect(missed[2]?.remedy).toContain('extend it under `profiles`, with `extends: sg-im8`');
    expect(problems.filter(({ message }) => /classification of|zone of the profile/.test(message))).toEqual([]);
  });
});

describe('a profile in a file of its own', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'profile-')), 'agency.yaml');
  const load = (text: string) => {
    writeFileSync(file, text);
    return loadProfile(file);
  };

  test('is loaded', () => {
    expect(loadProfile('examples/profiles/us-agency.yaml')).toMatchObject({
      kind: 'loaded',
      profile: { id: 'us-agency', partition: 'aws-us-gov', ceilings: { public: { value: 'CONTROLLED' } } },
    });
  });

  test.each([
    [
      'id: agency\nextends: hk-s17\nsource: Agency policy\nregion: [ap-east-1]\n',
      { line: 4, path: 'region', remedy: /rename the key to "regions"/ },
    ],
    ['id: agency\nextends: hk-s17\n', { line: 1, path: 'source', remedy: /add "source:" here/ }],
    [
      'id: agency\nextends: hk-s17\nsource: Agency policy\nceilings:\n  public: SECRET\n',
      { line: 5, path: 'ceilings.public', remedy: /loosens nothing/ },
    ],
  ])('is refused with line, path and remedy: %j', (text, { remedy, ...place }) => {
    const result = load(text);
    expect(result).toMatchObject({ kind: 'wrong', problems: [place] });
    expect(result.kind === 'wrong' ? result.problems[0]?.remedy : '').toMatch(remedy);
  });

  test('that does not exist is unreadable', () => {
    expect(loadProfile('no-such-profile.yaml')).toMatchObject({ kind: 'unreadable', file: 'no-such-profile.yaml' });
  });
});
