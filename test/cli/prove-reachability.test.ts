import { answerSchema, matrixSchema } from '../../lib/report';
import { Scratch } from '../gate/support/scratch';
import { group, instance, internetGateway, resource, subnet, table, vpc } from '../proofs/reachability/world';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const NETWORK = Object.assign(
  {},
  vpc('Vpc', '10.0.0.0/16', { Tags: [{ Key: 'Name', Value: 'portal' }] }),
  subnet('Front', 'Vpc', '10.0.1.0/24', { MapPublicIpOnLaunch: true, Tags: [{ Key: 'lionrock:zone', Value: 'web' }] }),
  subnet('Back', 'Vpc', '10.0.2.0/24', { Tags: [{ Key: 'lionrock:zone', Value: 'data' }] }),
  internetGateway('Igw', 'Vpc'),
  table('Routes', 'Vpc', ['Front'], ['0.0.0.0/0 GatewayId Igw']),
  group('Gweb', 'Vpc', 'tcp 443 0.0.0.0/0'),
  group('Gdata', 'Vpc', 'tcp 5432 Gweb', 'tcp 1 127.0.0.1/32'),
  instance('Web', 'Front', ['Gweb']),
  instance('Db', 'Back', ['Gdata']),
);
const FLOWS = {
  flows: [
    { id: 'public', from: 'internet', to: 'web', protocol: 'tcp', ports: [443], reason: 'People read pages' },
    { id: 'reads', from: 'web', to: 'data', protocol: 'tcp', ports: [5432], reason: 'Pages come from the database' },
  ],
};
const write = (name: string, sections: object = {}) => scratch.write(name, { Resources: NETWORK, ...sections });
const prove = (...argv: string[]) => run(['prove', 'reachability', ...argv]);

describe('a question', () => {
  const path = write('network.json');
  const data = ['--from', 'internet', '--to', 'data'];

  it('is answered in words, with what stops it', async () => {
    const { status, stdout } = await prove(path, ...data);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^NO\n {2}internet cannot open connections to data\.\n\nWhat stops it:\n/);
    expect(stdout).toContain('Igw: the destination has no public IPv4 address');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('is answered in words, with the way', async () => {
    const { status, stdout } = await prove(path, '--from', 'web', '--to', 'data', '--port', '5432');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^YES\n {2}web can open tcp connections to data on port 5432\.\n\nThe way:\n {3}1\. Web in Front/,
    );
  });

  it('is answered as JSON by the published schema', async () => {
    const { status, stdout } = await prove(
      path,
      '--from',
      'internet',
      '--to',
      'Web',
      '--port',
      '443',
      '--format',
      'json',
    );
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect({ status, question: answer.question, answer: answer.answer }).toEqual({
      status: 0,
      question: { from: 'internet', to: 'Web', port: 443 },
      answer: 'yes',
    });
    expect(answer.witness.map(({ logicalId }) => logicalId)).toEqual(['', 'Igw', 'Vpc', 'Gweb', 'Web', 'Web']);
  });

  it.each([
    ['no', 0],
    ['yes', 1],
  ])('with --expect %s is an assertion', async (expected, status) => {
    expect((await prove(path, ...data, '--expect', expected)).status).toBe(status);
  });

  it('that cannot be decided exits 2 and says why', async () => {
    const open = { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, CidrIp: { Ref: 'Office' } };
    const resources = {
      ...NETWORK,
      ...resource('Gdata', 'AWS::EC2::SecurityGroup', { VpcId: { Ref: 'Vpc' }, SecurityGroupIngress: [open] }),
    };
    const unclear = scratch.write('unclear.json', { Parameters: { Office: { Type: 'String' } }, Resources: resources });
    const { status, stdout } = await prove(unclear, '--from', 'web', '--to', 'data', '--expect', 'no');
    expect(status).toBe(2);
    expect(stdout).toContain('UNKNOWN\n  web may be able to open connections to data.');
    expect(stdout).toContain('- parameter Office has no default');
    const parameters = scratch.write('parameters.json', { Office: '192.0.2.0/24' });
    expect(
      (await prove(unclear, '--from', 'web', '--to', 'data', '--parameters', parameters, '--expect', 'no')).status,
    ).toBe(0);
  });

  it.each([
    [['--from', 'internet'], 'needs both --from and --to'],
    [['--port', '443'], 'needs both --from and --to'],
    [['--from', 'Nobody', '--to', 'Web'], 'no zone and no resource "Nobody"'],
    [['--from', 'Web', '--to', 'Db', '--port', '70000'], 'Expected a port'],
  ])('that is wrong exits 2 with a remedy: %j', async (argv, message) => {
    const { status, stdout, stderr } = await prove(path, ...argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('the matrix', () => {
  it('tells from each zone what can pass', async () => {
    const { status, stdout } = await prove(write('network.json'));
    expect(status).toBe(0);
    expect(stdout).toContain('From internet\n  to portal/web: tcp 443\n');
    expect(stdout).toContain('From portal/web\n');
    expect(stdout).toContain('  to portal/data: tcp 5432\n');
    expect(stdout).toContain('Open no connection to any other zone\n  portal/data\n');
  });

  it('as JSON follows the published schema, and holds flows against what is possible', async () => {
    const path = write('declared.json', { Metadata: { Lionrock: FLOWS } });
    const { stdout } = await prove(path, '--format', 'json');
    const { cells, properties } = matrixSchema.parse(JSON.parse(stdout));
    const cell = cells.find(({ from, to }) => from === 'portal/web' && to === 'portal/data');
    expect(cell).toMatchObject({ answer: 'yes', traffic: [{ protocol: 'tcp', ports: '5432' }], declared: ['reads'] });
    expect(cell?.witness.length).toBeGreaterThan(0);
    const closed = cells.find(({ from, to }) => from === 'portal/data' && to === 'portal/web');
    expect(closed).toMatchObject({ answer: 'no', witness: [] });
    expect(closed?.blockedBy.map(({ hop }) => hop)).toContain('security group Gdata');
    expect(properties).toEqual([
      {
        name: 'everything that can pass between zones is declared',
        answer: 'no',
        counterexamples: [expect.stringContaining('from portal/web to internet: tcp any')],
      },
      { name: 'every declared flow can pass', answer: 'yes', counterexamples: [] },
    ]);
  });

  it('names a declared flow that cannot pass', async () => {
    const flow = { ...FLOWS.flows[1], id: 'back', from: 'data', to: 'web' };
    const { stdout } = await prove(
      write('impossible.json', { Metadata: { Lionrock: { flows: [flow] } } }),
      '--format',
      'json',
    );
    const { properties } = matrixSchema.parse(JSON.parse(stdout));
    expect(properties[1]).toEqual({
      name: 'every declared flow can pass',
      answer: 'no',
      counterexamples: ['from portal/data to portal/web: tcp 5432 is declared and does not pass'],
    });
  });

  it('of templates without a network exits 2', async () => {
    const path = scratch.write('role.json', { Resources: resource('Role', 'AWS::IAM::Role', {}) });
    const { status, stderr } = await prove(path);
    expect(status).toBe(2);
    expect(stderr).toContain('has no subnets');
  });
});
