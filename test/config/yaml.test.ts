import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeCases, copyOfBase, loadChanged, type Change } from './support/change';

const CONTACTS =
  'contacts:\n  security: security@cloud.example.gov.hk\n  operations: operations@cloud.example.gov.hk\n';

/** Changes that lead to a config without errors; returns the contacts that were read. */
function contactsWith(changes: readonly Change[], options: Parameters<typeof loadChanged>[1] = {}): unknown {
  const { result, problems } = loadChanged(changes, options);
  expect(problems).toEqual([]);
  return result.kind === 'loaded' ? result.config.contacts : result;
}

function mailbox(value: string): readonly Change[] {
  return [['  security: security@cloud.example.gov.hk', `  security: ${value}`]];
}

function include(target: string): readonly Change[] {
  return [[CONTACTS, `contacts: !include ${target}\n`]];
}

describe('anchors and merge keys', () => {
  test('an alias stands for its anchor', () => {
    const { result } = loadChanged([]);
    if (result.kind !== 'loaded') throw new Error('expected a config without errors');
    expect(result.config.accounts[1]?.holds).toEqual(result.config.accounts[0]?.holds);
  });

  test('a merged mapping gives way to own keys, and the first of several wins', () => {
    const people =
      'tags: &people { a: tagged }\ncontacts:\n  <<: [{ security: first@example.org, operations: first@example.org }, { operations: second@example.org }]\n  security: own@example.org\n';
    expect(contactsWith([[CONTACTS, people]])).toEqual({
      security: 'own@example.org',
      operations: 'first@example.org',
    });
  });

  changeCases('anchors, keys and tags', [
    {
      name: 'an error in an anchored value is reported at the anchor',
      changes: [['description: Information meant for the public', 'description: none']],
      problems: [0, 1, 2, 3, 5].map((account) => ({
        path: `accounts[${account}].holds.description`,
        on: 'description: none',
        message: 'found "none", expected text of at least 10 characters',
        remedy: 'correct the value (What the account holds, for the reviewer.)',
      })),
    },
    {
      name: 'an alias without an anchor',
      changes: [
        [
          '    owner: audit@cloud.example.gov.hk\n    holds: *public',
          '    owner: audit@cloud.example.gov.hk\n    holds: *pubic',
        ],
      ],
      problems: [
        {
          path: 'accounts[2].holds',
          on: 'holds: *pubic',
          message: 'alias *pubic has no anchor',
          remedy: 'set the anchor &pubic earlier in this file, or write the value here',
        },
      ],
    },
    {
      name: 'an anchor that contains itself',
      changes: [['tables: [bookmarks]\n      - name: search', 'tables: &loop [*loop]\n      - name: search']],
      problems: [
        {
          path: 'accounts[4].workloads[0].tables[0]',
          on: '&loop [*loop]',
          message: 'alias *loop stands inside its own anchor',
          remedy: 'set the anchor &loop earlier in this file, or write the value here',
        },
      ],
    },
    {
      name: 'a merge of something that is no mapping',
      changes: [['contacts:\n', 'contacts:\n  <<: everybody\n']],
      problems: [
        {
          path: 'contacts["<<"]',
          on: '<<: everybody',
          message: '`<<` merges something that is not a mapping',
          remedy: 'merge a mapping (`<<: *name`), or remove the key',
        },
      ],
    },
    {
      name: 'a key that occurs twice',
      changes: [['homeRegion: ap-east-1\n', 'homeRegion: ap-east-1\nname: again\n']],
      problems: [
        {
          path: 'name',
          on: 'name: again',
          message: 'key "name" occurs twice in the same mapping; first on line 3',
          remedy: 'remove one of the two, or rename it',
        },
      ],
    },
    {
      name: 'a key that is a list',
      changes: [['homeRegion: ap-east-1\n', 'homeRegion: ap-east-1\n? [a, b]\n: c\n']],
      problems: [{ path: '', on: '? [a, b]', message: 'a key is not text', remedy: 'write the key as text' }],
    },
    {
      name: 'a tag that nobody knows',
      changes: [['homeRegion: ap-east-1\n', 'homeRegion: !secret ap-east-1\n']],
      problems: [
        {
          path: 'homeRegion',
          on: '!secret',
          message: 'unknown tag !secret',
          expected: '!include or !env',
          remedy: 'remove the tag, or put the value in quotes if it begins with an exclamation mark',
        },
      ],
    },
    {
      name: 'a key named like a part of every object',
      changes: [
        [
          'tables: [bookmarks]\n      - name: search',
          'tables: [bookmarks]\n        __proto__: { port: 1 }\n      - name: search',
        ],
      ],
      problems: [
        {
          path: 'accounts[4].workloads[0].__proto__',
          on: '__proto__',
          message: 'unknown key "__proto__"',
          remedy: 'remove the key',
        },
      ],
    },
  ]);
});

describe('!env', () => {
  const environment = { MAILBOX: 'soc@example.org', COUNT: '3', FLAG: 'true', EMPTY: '' };

  test.each([
    ['!env MAILBOX', 'soc@example.org'],
    ['!env [MAILBOX, other@example.org]', 'soc@example.org'],
    ['!env [ABSENT, other@example.org]', 'other@example.org'],
  ])('%s is %s', (value, expected) => {
    expect(contactsWith(mailbox(value), { environment })).toMatchObject({ security: expected });
  });

  test('a variable is text, unless its default is a number or truth value', () => {
    const { result } = loadChanged(
      [
        ['addressOffset: 20', 'addressOffset: 20\n        desiredCount: !env [COUNT, 2]'],
        ['personalData: false # portal', 'personalData: !env [FLAG_ABSENT, false]'],
        ['version: 1', 'version: 1\ntags: { count: !env COUNT }'],
      ],
      { environment },
    );
    if (result.kind !== 'loaded') throw new Error(JSON.stringify(result, null, 1));
    expect(result.config.accounts[4]?.workloads[1]).toMatchObject({ desiredCount: 3 });
    expect(result.config.tags).toEqual({ count: '3' });
  });

  test('nothing is substituted without the tag', () => {
    const { result } = loadChanged([['version: 1', 'version: 1\ntags: { a: $COUNT, b: "${COUNT}" }']], { environment });
    expect(result).toMatchObject({ config: { tags: { a: '$COUNT', b: '${COUNT}' } } });
  });

  test('a value from the environment is named in messages, never shown', () => {
    const { problems } = loadChanged(mailbox('!env SECRET'), { environment: { SECRET: 'hunter2' } });
    expect(problems).toMatchObject([
      { path: 'contacts.security', found: 'the value of the environment variable SECRET' },
    ]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  test.each([
    ['!env ABSENT', 'environment variable ABSENT is not set'],
    ['!env "$HOME"', '!env names no environment variable'],
    ['!env [A, b, c]', '!env names no environment variable'],
    ['!env { name: A }', '!env names no environment variable'],
  ])('%s is refused', (value, message) => {
    const { problems } = loadChanged(mailbox(value), { environment });
    expect(problems).toMatchObject([{ path: 'contacts.security', message, lineText: `security: ${value}` }]);
  });
});

describe('!include', () => {
  const PEOPLE = 'security: soc@example.org\noperations: ops@example.org\n';

  test('puts another file in its place', () => {
    const folder = copyOfBase({ 'people.yaml': PEOPLE });
    expect(contactsWith(include('people.yaml'), { folder })).toMatchObject({ security: 'soc@example.org' });
  });

  test('paths are relative to the file that includes', () => {
    const folder = copyOfBase();
    mkdirSync(join(folder, 'people/teams'), { recursive: true });
    writeFileSync(join(folder, 'people/all.yaml'), 'security: !include teams/soc.yaml\noperations: ops@example.org');
    writeFileSync(join(folder, 'people/teams/soc.yaml'), 'soc@example.org');
    expect(contactsWith(include('people/all.yaml'), { folder })).toMatchObject({ security: 'soc@example.org' });
  });

  test('an included mapping can be merged', () => {
    const folder = copyOfBase({ 'people.yaml': PEOPLE });
    const changes: Change[] = [[CONTACTS, 'contacts:\n  <<: !include people.yaml\n  security: own@example.org\n']];
    expect(contactsWith(changes, { folder })).toEqual({ security: 'own@example.org', operations: 'ops@example.org' });
  });

  test('an error in an included file is reported there', () => {
    const folder = copyOfBase({ 'people.yaml': '# people\nsecurity: nobody\n' });
    const { problems } = loadChanged(include('people.yaml'), { folder });
    expect(problems.map(({ file, line, column, path }) => ({ file, line, column, path }))).toEqual([
      { file: join(folder, 'people.yaml'), line: 2, column: 1, path: 'contacts.operations' },
      { file: join(folder, 'people.yaml'), line: 2, column: 11, path: 'contacts.security' },
    ]);
  });

  test.each([
    ['people.yaml', 'included "people.yaml" does not exist'],
    ['../people.yaml', 'included "../people.yaml" is outside the folder of the config'],
    ['policies/../../people.yaml', 'included "policies/../../people.yaml" is outside the folder of the config'],
    ['/etc/hostname', 'included "/etc/hostname" is an absolute path'],
    ['policies', 'included "policies" is a folder'],
    ['[a, b]', '!include names no file'],
    ['landing-zone.yaml', 'including "landing-zone.yaml" goes round in a circle'],
    ['a.yaml', 'including "a.yaml" goes round in a circle'],
    ['way-out.yaml', 'included "way-out.yaml" is outside the folder of the config'],
  ])('!include %s is refused', (target, message) => {
    const folder = copyOfBase({ 'a.yaml': 'x: !include b.yaml', 'b.yaml': 'y: !include a.yaml' });
    symlinkSync('/etc/hostname', join(folder, 'way-out.yaml'));
    const { problems } = loadChanged(include(target), { folder });
    expect(problems.map((problem) => problem.message)).toContain(message);
  });

  test('an included file that is not YAML makes the whole unreadable', () => {
    const folder = copyOfBase({ 'people.yaml': 'security: [' });
    const { result } = loadChanged(include('people.yaml'), { folder });
    expect(result).toMatchObject({ kind: 'unreadable', file: join(folder, 'people.yaml') });
  });
});
