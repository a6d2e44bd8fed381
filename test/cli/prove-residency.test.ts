import { residencySchema } from '../../lib/report';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const prove = (...argv: string[]) => run(['prove', 'residency', ...argv]);
const files = (region: unknown) => ({
  Parameters: { Open: { Type: 'String' } },
  Resources: {
    Files: {
      Type: 'AWS::EFS::FileSystem',
      Properties: { ReplicationConfiguration: { Destinations: [{ Region: region }] } },
    },
  },
});
const leaving = scratch.write('leaving.json', files('ap-southeast-1'));
const staying = scratch.write('staying.json', files('ap-east-1'));
const open = scratch.write('open.json', files({ Ref: 'Open' }));

describe('prove residency', () => {
  it('fails for what leaves, in words', async () => {
    const { status, stdout } = await prove(leaving);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^Leaves, and no transfer covers it\n {2}data to ap-southeast-1: Files \(AWS::EFS::FileSystem\)/,
    );
    expect(stdout).toMatch(/1 way out: 1 not declared, 0 not known, 0 declared\n$/);
    expect(stdout.split('\n').filter((line) => line.length > 80 && line.includes(' '.repeat(4) + ' '))).toEqual([]);
  });

  it.each([
    ['what stays', [staying], 0],
    ['what is not resolved', [open], 2],
    ['what leaves beside what is not resolved', [open, leaving], 1],
    ['what stays beside what is not resolved', [staying, open], 2],
  ])('exits by %s', async (_, paths, expected) => {
    expect((await prove(...paths)).status).toBe(expected);
  });

  it('writes JSON by the published schema, of several paths in one list', async () => {
    const { stdout } = await prove(leaving, open, staying, '--format', 'json');
    const { paths, transfers } = residencySchema.parse(JSON.parse(stdout));
    expect(transfers).toEqual([]);
    expect(paths.map(({ status, template }) => [status, template.replace(/^.*\//, '')])).toEqual([
      ['fail', 'leaving.json'],
      ['unknown', 'open.json'],
    ]);
    expect(paths[0]).toMatchObject({
      type: 'AWS::EFS::FileSystem',
      logicalId: 'Files',
      property: 'Properties.ReplicationConfiguration.Destinations.0.Region',
      kind: 'data',
      destination: 'ap-southeast-1',
      severity: 'critical',
      transfer: null,
      location: { line: expect.any(Number) },
    });
    expect(paths[0]?.witness).toHaveLength(2);
  });

  it('takes the region of a bare template from the command line', async () => {
    const path = scratch.write('plain.json', { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } });
    expect((await prove(path)).status).toBe(0);
    expect((await prove(path, '--region', 'ap-east-2')).status).toBe(1);
  });

  it.each([
    ['nothing to judge', { Resources: {} }],
    ['no template', { nothing: true }],
  ])('cannot tell of %s', async (name, body) => {
    const path = scratch.write(`${name}.json`, body);
    expect((await prove(path)).status).toBe(2);
  });

  it('is no assertion', async () => {
    expect((await prove(leaving, '--expect', 'no')).status).toBe(2);
  });
});
