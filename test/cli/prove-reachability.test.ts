import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { answerSchema, matrixSchema, unitsSchema } from '../../lib/report';
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

  it('is answered in words, with what it goes by way of', async () => {
    const behind = scratch.write('behind.json', {
      Resources: {
        ...NETWORK,
        ...resource('Alb', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
          Subnets: [{ Ref: 'Front' }],
          SecurityGroups: [{ Ref: 'Gweb' }],
        }),
        ...resource('Https', 'AWS::ElasticLoadBalancingV2::Listener', {
          LoadBalancerArn: { Ref: 'Alb' },
          Port: 443,
          Protocol: 'HTTPS',
          DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'Targets' } }],
        }),
        ...resource('Targets', 'AWS::ElasticLoadBalancingV2::TargetGroup', {
          Port: 5432,
          Targets: [{ Id: { Ref: 'Db' } }],
        }),
      },
    });
    const { stdout } = await prove(behind, ...data);
    expect(stdout).toMatch(
      /^YES\n {2}internet can open connections to data\.\n {2}By way of load balancer Alb: connections end there, and others begin\.\n/,
    );
    const { stdout: json } = await prove(behind, ...data, '--format', 'json');
    expect(answerSchema.parse(JSON.parse(json)).through).toMatchObject([{ logicalId: 'Alb' }]);
    const { stdout: matrix } = await prove(behind);
    expect(matrix).toContain('to portal/data by way of load balancer Alb: tcp 443, received as tcp 5432\n');
    expect(matrix).toMatch(/ cannot but 1 by way of something between\n$/);
    const { stdout: cells } = await prove(behind, '--format', 'json');
    const cell = matrixSchema
      .parse(JSON.parse(cells))
      .cells.find(({ from, to }) => from === 'internet' && to === 'portal/data');
    expect(cell).toMatchObject({ answer: 'no', through: [{ answer: 'yes', by: [{ logicalId: 'Alb' }] }] });
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

  it.each([
    ['443', 'no', { port: 443 }],
    ['5000-5431', 'no', { port: '5000-5431' }],
    ['5000-5432', 'yes', { port: '5000-5432' }],
    ['22, 5432', 'yes', { port: '22,5432' }],
  ])('is about a port, or several of which one will do: %s', async (port, answer, question) => {
    const { stdout } = await prove(path, '--from', 'web', '--to', 'data', '--port', port, '--format', 'json');
    expect(answerSchema.parse(JSON.parse(stdout))).toMatchObject({ answer, question });
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
    [['--from', 'Web', '--to', 'Db', '--port', '90-80'], 'Expected a port'],
    [['--from', 'Web', '--to', 'Db', '--port', '80,'], 'Expected a port'],
    [['--from', 'Web', '--to', 'Db', '--port', '80', '--protocol', 'icmp'], 'icmp knows no ports'],
    [['--from', 'Web', '--to', 'Db', '--profile', 'none'], 'unknown profile "none"'],
    [['--from', 'Web', '--to', 'Db', '-c', 'missing.yaml'], 'missing.yaml: '],
    [['--from', 'Web', '--to', 'Db', '--now', 'soon'], 'Expected a time'],
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

describe('several paths', () => {
  const open = scratch.write('open.json', {
    Resources: {
      ...NETWORK,
      ...table('BackRoutes', 'Vpc', ['Back'], ['0.0.0.0/0 GatewayId Igw']),
      ...group('Gdata', 'Vpc', 'tcp 5432 0.0.0.0/0'),
      ...instance('Db', 'Back', ['Gdata'], { NetworkInterfaces: [{ AssociatePublicIpAddress: true }] }),
    },
  });
  const role = scratch.write('role.json', { Resources: resource('Role', 'AWS::IAM::Role', {}) });
  const asked = ['--from', 'internet', '--to', 'data'];

  it('are asked each by itself, in text below their names', async () => {
    const closed = write('network.json');
    const { status, stdout } = await prove(closed, open, closed, ...asked);
    expect(status).toBe(0);
    expect(stdout.split('\n').filter((line) => /^(NO|YES|.*\.json)$/.test(line) && !line.startsWith(' '))).toEqual([
      closed,
      'NO',
      open,
      'YES',
    ]);
  });

  it('give JSON with an entry for each, and a path that tells nothing says so', async () => {
    const { status, stdout, stderr } = await prove(write('network.json'), role, ...asked, '--format', 'json');
    expect(status).toBe(2);
    expect(stderr).toContain('has no subnets');
    const { units } = unitsSchema.parse(JSON.parse(stdout));
    expect(units).toEqual([
      expect.objectContaining({ path: scratch.path('network.json'), answer: 'no' }),
      { path: role, error: expect.stringContaining('has no subnets') as string },
    ]);
    const matrices = unitsSchema.parse(
      JSON.parse((await prove(open, scratch.path('network.json'), '--format', 'json')).stdout),
    );
    expect(matrices.units.map((unit) => ('cells' in unit ? unit.cells.length : 0))).toEqual([8, 8]);
  });

  it('exit 1 when one answer is not the expected one, whatever the others are', async () => {
    const closed = write('network.json');
    expect((await prove(closed, open, role, ...asked, '--expect', 'no')).status).toBe(1);
    expect((await prove(closed, ...asked, '--expect', 'no')).status).toBe(0);
  });
});

describe('the config of a landing zone', () => {
  const dated = {
    id: 'public',
    from: 'internet',
    to: 'perimeter/internet-dmz',
    protocol: 'tcp',
    ports: [443],
    reason: 'People read pages',
    expires: '2036-12-31',
  };
  const perimeter = JSON.parse(
    JSON.stringify(NETWORK).replaceAll('"portal"', '"perimeter"').replaceAll('"web"', '"internet-dmz"'),
  ) as object;
  const path = scratch.write('claiming.json', {
    Metadata: { Lionrock: { flows: [dated, { ...dated, id: 'made-up' }] } },
    Resources: perimeter,
  });
  const way = { from: 'internet', to: 'perimeter/internet-dmz', expect: 'no', reason: 'Nobody logs in from there' };

  /** The config that `init` writes, with these flows and properties. */
  async function configWith(flows: readonly object[], properties: readonly object[] = []): Promise<string> {
    const folder = scratch.path('config');
    await run(['init', folder]);
    const config: { network: { flows: object[] } } = parse(readFileSync(`${folder}/landing-zone.yaml`, 'utf8'));
    const network = { ...config.network, flows: [...config.network.flows, ...flows] };
    return scratch.write('config/more.yaml', { ...config, network, properties });
  }

  const declared = async (...argv: string[]): Promise<readonly string[]> => {
    const { stdout, stderr } = await prove(path, '--format', 'json', ...argv);
    expect(stderr).toBe('');
    return matrixSchema.parse(JSON.parse(stdout)).cells.flatMap((cell) => cell.declared);
  };

  it('decides which flows count as declared, until their last day', async () => {
    expect(await declared()).toEqual(['public', 'made-up']);
    const config = await configWith([dated]);
    expect(await declared('-c', config, '--now', '2036-12-31')).toEqual(['public']);
    expect(await declared('-c', config, '--now', '2037-01-01')).toEqual([]);
    expect(await declared('-c', await configWith([]), '--now', '2036-12-31')).toEqual([]);
  });

  it.each([
    [22, 0, 'yes'],
    ['440-450', 1, 'no'],
  ])('states properties, which are assertions: port %s', async (port, status, answer) => {
    const config = await configWith([], [{ ...way, name: 'stated', port }]);
    const result = await prove(path, '-c', config, '--format', 'json');
    expect({ status: result.status, stderr: result.stderr }).toEqual({ status, stderr: '' });
    const { properties } = matrixSchema.parse(JSON.parse(result.stdout));
    expect(properties.at(-1)).toMatchObject({ name: 'stated', answer });
  });

  it('that is wrong exits 1', async () => {
    const { status, stderr } = await prove(path, '-c', scratch.write('wrong.yaml', 'version: 1\n'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/is wrong: \d+ problems\n$/);
  });

  it('or a profile says which zones may face the internet', async () => {
    const facing = async (file: string) => {
      const { stdout } = await prove(file, '--profile', 'hk-s17', '--format', 'json');
      const { properties } = matrixSchema.parse(JSON.parse(stdout));
      return properties.find(({ name }) => name === 'the internet enters by zones that may face it');
    };
    expect(await facing(path)).toMatchObject({ answer: 'yes' });
    expect(await facing(write('network.json'))).toMatchObject({
      answer: 'no',
      counterexamples: ['from internet to portal/web: tcp 443 enters a zone that may not'],
    });
  });
});
