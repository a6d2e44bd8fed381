import { createServer, type Server } from 'node:http';
import { mkdirSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCanary } from '../../lib/cli/doctor/canary';
import { checkNode, checkPackages } from '../../lib/cli/doctor/packages';
import { checkMemory, checkOutput } from '../../lib/cli/doctor/surroundings';
import { inRange } from '../../lib/cli/doctor/version';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';
import { schemaErrors } from './support/schema';

const scratch = new Scratch();
afterAll(() => scratch.clean());

describe('a version in a range', () => {
  it.each([
    ['20.20.2', '>=20', true],
    ['v20.20.2', '>=20', true],
    ['18.19.0', '>=20', false],
    ['2.276.0', '^2.276.0', true],
    ['2.300.1', '^2.276.0', true],
    ['2.275.9', '^2.276.0', false],
    ['3.0.0', '^2.276.0', false],
    ['1.2.3', '1.2.3', true],
    ['1.2.4', '1.2.3', false],
    ['next', '>=20', undefined],
    ['20.0.0', '20 || 22', undefined],
  ])('%s in %s: %s', (version, range, expected) => {
    expect(inRange(version, range)).toBe(expected);
  });
});

describe('packages', () => {
  it('of this project are there once, in range', () => {
    expect(checkPackages(process.cwd()).map(({ what, state }) => [what, state])).toEqual([
      ['aws-cdk-lib', 'ok'],
      ['constructs', 'ok'],
      ['cdk-nag', 'ok'],
    ]);
    expect(checkNode(process.versions.node).state).toBe('ok');
    expect(checkNode('18.0.0')).toMatchObject({ state: 'fail', found: '18.0.0', expected: '>=20' });
  });

  it('that are there twice are a fault, with both places', () => {
    const project = scratch.path('twice');
    const manifest = { name: 'aws-cdk-lib', version: '2.276.0', main: 'index.js' };
    scratch.write('twice/node_modules/aws-cdk-lib/package.json', manifest);
    const check = checkPackages(project).find(({ what }) => what === 'aws-cdk-lib');
    expect(check).toMatchObject({ state: 'fail', expected: '^2.276.0, one copy' });
    expect(check?.found).toContain(`${project}/node_modules/aws-cdk-lib`);
    expect(check?.found).toContain(resolve('node_modules/aws-cdk-lib'));
  });
});

describe('the canary', () => {
  it('sings: cdk-nag finds what is wrong on purpose', async () => {
    const check = await checkCanary(process.cwd());
    expect(check.state).toBe('ok');
    expect(Number.parseInt(check.found, 10)).toBeGreaterThan(0);
  });

  it('is unknown where cdk-nag cannot be loaded', async () => {
    mkdirSync(scratch.path('no-nag/node_modules'), { recursive: true });
    symlinkSync(resolve('node_modules/aws-cdk-lib'), scratch.path('no-nag/node_modules/aws-cdk-lib'));
    expect(await checkCanary(scratch.path('no-nag'))).toMatchObject({ state: 'unknown' });
  });

  it('is silent, and said to be, with a cdk-nag that finds nothing', async () => {
    mkdirSync(scratch.path('silent/node_modules'), { recursive: true });
    symlinkSync(resolve('node_modules/aws-cdk-lib'), scratch.path('silent/node_modules/aws-cdk-lib'));
    scratch.write('silent/node_modules/cdk-nag/package.json', { name: 'cdk-nag', version: '3.0.2', main: 'index.js' });
    scratch.write(
      'silent/node_modules/cdk-nag/index.js',
      'exports.AwsSolutionsChecks = class { validateScope() { return { violations: [] }; } };',
    );
    expect(await checkCanary(scratch.path('silent'))).toMatchObject({ state: 'fail', found: '0 violations found' });
  });
});

describe('surroundings', () => {
  it('a folder can be written, also one that is to be made', () => {
    expect(checkOutput(scratch.path('a/b/cdk.out')).state).toBe('ok');
  });

  it('a file where the folder should be is a fault', () => {
    const file = scratch.write('cdk.out', 'x');
    expect(checkOutput(file)).toMatchObject({ state: 'fail', found: `${file} is a file` });
  });

  it('too little memory is a fault', () => {
    expect(checkMemory(8e9).state).toBe('ok');
    expect(checkMemory(100e6)).toMatchObject({ state: 'fail', found: '100 MB free', expected: '500 MB or more' });
  });
});

const credentials = (port: number) => ({
  AWS_ACCESS_KEY_ID: 'testing',
  AWS_SECRET_ACCESS_KEY: 'testing',
  AWS_REGION: 'ap-east-1',
  AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}`,
});

// The first question to AWS loads its SDK, which a busy machine makes slow.
jest.setTimeout(60_000);

describe('doctor', () => {
  const home = process.cwd();
  beforeAll(() => {
    mkdirSync(scratch.path('work'));
    process.chdir(scratch.path('work'));
  });
  afterAll(() => process.chdir(home));

  it('passes without credentials and config, and says so plainly', async () => {
    const { status, stdout } = await run(['doctor']);
    expect(stdout).toMatch(/^note +config +no landing-zone\.yaml in this folder \(expected:/m);
    expect(stdout).toMatch(/^note +AWS identity +no credentials in the environment \(expected:/m);
    expect(stdout).toMatch(/\n7 ok, 0 failed, 0 unknown, 2 notes\n$/);
    expect(status).toBe(0);
  });

  it('fails on a wrong config, and cannot decide on one that is unreadable', async () => {
    expect((await run(['doctor', '-c', scratch.write('wrong.yaml', 'version: 1\n')])).status).toBe(1);
    expect((await run(['doctor', '-c', 'missing.yaml'])).status).toBe(2);
  });

  describe('with credentials', () => {
    let server: Server;
    let port = 0;
    let answer: { status: number; body: string } = { status: 200, body: '' };
    const saved = { ...process.env };

    beforeAll(async () => {
      server = createServer((_, response) => {
        response.writeHead(answer.status, { 'content-type': 'text/xml' });
        response.end(answer.body);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      port = typeof address === 'object' && address !== null ? address.port : 0;
      await run(['init', '.']);
    });
    afterAll(async () => {
      process.env = saved;
      await new Promise((resolve) => server.close(resolve));
    });

    async function ask(arn: string): Promise<{ status: number; line: string }> {
      const result = `<Arn>${arn}</Arn><UserId>X</UserId><Account>${arn.split(':')[4]}</Account>`;
      answer = {
        status: 200,
        body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${result}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
      };
      return told();
    }

    async function told(): Promise<{ status: number; line: string }> {
      const env = credentials(port);
      Object.assign(process.env, env);
      const { status, stdout } = await run(['doctor'], { env });
      return { status, line: stdout.slice(stdout.indexOf('AWS identity')) };
    }

    it.each<[string, string, number, string]>([
      ['root', 'arn:aws:iam::110000000001:root', 1, 'never work as root'],
      ['another account', 'arn:aws:sts::999999999999:assumed-role/Deploy/me', 2, 'one of the'],
      ['another partition', 'arn:aws-cn:sts::110000000001:assumed-role/Deploy/me', 1, 'partition aws'],
    ])('tells who we are: %s', async (_, arn, expected, text) => {
      const { status, line } = await ask(arn);
      expect(line).toContain(arn);
      expect(line).toContain(text);
      expect(status).toBe(expected);
    });

    it('without a config asks only who we are', async () => {
      await ask('arn:aws:sts::999999999999:assumed-role/Deploy/me');
      const { status, stdout } = await run(['doctor', '-c', 'none.yaml', '--format', 'json'], {
        env: credentials(port),
      });
      expect(status).toBe(2);
      expect(schemaErrors('doctor', stdout)).toEqual([]);
      const { checks, ...document } = JSON.parse(stdout);
      expect(document).toMatchObject({ schemaVersion: '1', verdict: 'unknown', tool: { name: 'lionrock' } });
      expect(checks.slice(-5)).toMatchObject([
        { id: 'identity', state: 'ok' },
        { id: 'partition', state: 'ok', found: 'aws' },
        { id: 'account', state: 'ok', expected: 'any account' },
        { id: 'mfa', state: 'note' },
        { id: 'clock', state: 'ok' },
      ]);
    });

    it('tells refused credentials from an AWS that does not answer', async () => {
      answer = {
        status: 403,
        body: '<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>The token is invalid</Message></Error></ErrorResponse>',
      };
      expect(await told()).toMatchObject({ status: 1, line: expect.stringContaining('AWS refuses the credentials') });
      answer = { status: 500, body: '' };
      expect(await told()).toMatchObject({ status: 2, line: expect.stringContaining('AWS cannot be asked') });
    });
  });
});
