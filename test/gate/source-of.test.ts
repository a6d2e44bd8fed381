import { join } from 'node:path';
import { gate } from '../../lib/gate';
import { sourceOf } from '../../lib/gate/source-of';
import { profileById } from '../../lib/profiles';
import { publicDatabase, template } from './support/databases';
import { Scratch } from './support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const here = (path: string) => join(process.cwd(), path);

describe('the code that made a resource', () => {
  it.each<[string, string[], object | undefined]>([
    [
      'a frame with a name',
      [`new Portal (${here('lib/portal.ts')}:3:9)`],
      { file: 'lib/portal.ts', line: 3, column: 9 },
    ],
    ['a frame without one', [`${here('lib/portal.ts')}:3:9`], { file: 'lib/portal.ts', line: 3, column: 9 }],
    [
      'the innermost frame of the app’s own',
      [
        '...new Bucket2 in aws-cdk-lib...',
        `a (${here('node_modules/x/y.js')}:1:1)`,
        `b (${here('c d.ts')}:2:3)`,
        `c (${here('e.ts')}:4:5)`,
      ],
      { file: 'c d.ts', line: 2, column: 3 },
    ],
    ['what another machine made', ['a (/somewhere/else/app.ts:1:1)'], undefined],
    ['frames that hold no place', ['...node internals...', 'at <anonymous>'], undefined],
    ['no frames', [], undefined],
  ])('is %s', (_, frames, expected) => {
    expect(sourceOf(frames)).toEqual(expected);
  });

  it('is unknown without frames', () => expect(sourceOf()).toBeUndefined());

  it('stands in the findings of an assembly that tells it', async () => {
    scratch.write('out/S.template.json', template({ Database: publicDatabase() }));
    scratch.write('out/manifest.json', {
      version: '36.0.0',
      artifacts: {
        S: {
          type: 'aws:cloudformation:stack',
          environment: 'aws://111111111111/ap-east-1',
          properties: { templateFile: 'S.template.json' },
          metadata: {
            '/S': [{ type: 'aws:cdk:templateFile', data: 'S.template.json' }],
            '/S/Database': [
              { type: 'aws:cdk:logicalId', data: 'Database' },
              { type: 'aws:cdk:creationStack', data: [`new App (${here('bin/x.ts')}:7:8)`] },
            ],
          },
        },
      },
    });
    const { findings } = await gate({ inputs: [scratch.path('out')], profile: profileById('hk-s17') });
    const found = findings.find(({ rule }) => rule === 'rds-not-public');
    expect(found).toMatchObject({ source: { file: 'bin/x.ts', line: 7, column: 8 } });
  });
});
