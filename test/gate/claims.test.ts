import { gate, registersOf, type Registers } from '../../lib/gate';
import type { Finding, Flow, LandingZoneMarker, Transfer } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { smallConfig } from '../landing-zone/support/small-config';
import { template } from './support/databases';
import { Scratch } from './support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const profile = profileById('hk-s17');

const flow: Flow = {
  id: 'app-to-data',
  from: 'application',
  to: 'data',
  protocol: 'tcp',
  ports: [5432],
  reason: 'The portal keeps its content there',
  ticket: 'T-1',
};
const dated: Flow = { ...flow, id: 'app-to-old', expires: '2026-12-31' };
const transfer: Transfer = {
  id: 'directory',
  data: 'Public directory of services',
  classification: 'UNCLASSIFIED',
  from: 'ap-east-1',
  to: 'ap-southeast-1',
  mechanism: 'S3 replication',
  legalBasis: 'B/D consent',
  approver: 'DITSO',
  start: '2026-01-01',
  expires: '2027-06-30',
};
const registers: Registers = {
  landingZone: 'small',
  profile: 'hk-s17',
  deploymentModel: 'public',
  accounts: [
    {
      name: 'portal',
      id: '110000000011',
      classification: 'UNCLASSIFIED',
      personalData: false,
      systemTier: 2,
      flows: [flow, dated],
    },
    {
      name: 'other',
      id: '110000000012',
      classification: 'UNCLASSIFIED',
      personalData: false,
      systemTier: 1,
      flows: [],
    },
  ],
  flows: [],
  transfers: [transfer],
  properties: [],
};
const marker: LandingZoneMarker = {
  landingZone: 'small',
  profile: 'hk-s17',
  deploymentModel: 'public',
  account: 'portal',
  classification: 'UNCLASSIFIED',
  personalData: false,
  systemTier: 2,
  capability: 'network',
};

interface Given {
  readonly flows?: readonly object[];
  readonly transfers?: readonly object[];
  readonly marker?: object;
}

const OF_CLAIMS = /^(flow|transfer|marker)-/;

/** Findings about claims, as `status rule`; those that pass too. */
async function judge(claims: Given | undefined, register?: Registers, now = '2026-11-23'): Promise<Finding[]> {
  const metadata = claims ? { Metadata: { Lionrock: claims } } : {};
  const path = scratch.write('t.json', template({ Q: { Type: 'AWS::SQS::Queue' } }, metadata));
  const result = await gate({
    inputs: [path],
    profile,
    includePassed: true,
    now: new Date(now),
    ...(register ? { registers: register } : {}),
  });
  expect(result.errors.filter(({ kind }) => kind !== 'nothing-evaluated')).toEqual([]);
  return result.findings.filter(({ rule }) => OF_CLAIMS.test(rule));
}

const statuses = (list: readonly Finding[]) => list.map(({ status, rule }) => `${status} ${rule}`);

describe('a claim without a register', () => {
  it.each([
    ['flow', { flows: [flow] }],
    ['transfer', { transfers: [transfer] }],
    ['marker', { marker }],
  ])('is unknown: %s', async (noun, claims) => {
    const found = await judge(claims);
    expect(statuses(found)).toEqual([`unknown ${noun}-registered`]);
    expect(found[0]?.evidence?.because).toContain('--config');
  });

  it('is told with the line where it stands', async () => {
    const [found] = await judge({ flows: [flow] });
    expect(found?.location).toMatchObject({ line: expect.any(Number) });
    expect(found?.property).toBe('Metadata.Lionrock.flows.0');
  });
});

describe('a claim held against the register', () => {
  const marked = (more: Given): Given => ({ marker, ...more });

  it.each<[string, Given, string[]]>([
    ['the same flow', { flows: [flow] }, ['pass flow-current', 'pass flow-registered']],
    ['ports written as text', { flows: [{ ...flow, ports: ['5432-5432'] }] }, ['fail flow-registered']],
    ['another port', { flows: [{ ...flow, ports: [22] }] }, ['fail flow-registered']],
    ['one port more', { flows: [{ ...flow, ports: [5432, 22] }] }, ['fail flow-registered']],
    ['another reason', { flows: [{ ...flow, reason: 'Because we would like it' }] }, ['fail flow-registered']],
    ['a later last day', { flows: [{ ...dated, expires: '2030-12-31' }] }, ['fail flow-registered']],
    ['no last day', { flows: [{ ...flow, id: dated.id }] }, ['fail flow-registered']],
    ['an id that nobody registered', { flows: [{ ...flow, id: 'mine' }] }, ['fail flow-registered']],
    ['the same transfer', { transfers: [transfer] }, ['pass transfer-current', 'pass transfer-registered']],
    ['another destination', { transfers: [{ ...transfer, to: 'us-east-1' }] }, ['fail transfer-registered']],
  ])('%s', async (_, claims, expected) => {
    const found = (await judge(marked(claims), registers)).filter(({ rule }) => !rule.startsWith('marker-'));
    expect(statuses(found).toSorted()).toEqual(expected);
  });

  it('shows what differs, both sides', async () => {
    const found = await judge(marked({ flows: [{ ...flow, ports: [22] }] }), registers);
    expect(found.find(({ rule }) => rule === 'flow-registered')?.evidence).toMatchObject({
      observed: { ports: [22] },
      expected: { ports: [5432] },
    });
  });

  it('of another account does not count', async () => {
    const found = await judge({ marker: { ...marker, account: 'other', systemTier: 1 }, flows: [flow] }, registers);
    expect(statuses(found)).toContain('fail flow-registered');
  });

  it.each([
    ['the last day, until midnight in Hong Kong', '2026-12-31T15:59:59Z', 'pass'],
    ['the day after begins there', '2026-12-31T16:00:00Z', 'fail'],
  ])('expires: %s', async (_, now, status) => {
    const found = await judge(marked({ flows: [dated] }), registers, now);
    expect(statuses(found)).toContain(`${status} flow-current`);
  });

  it('is not in force before its first day', async () => {
    const found = await judge(marked({ transfers: [transfer] }), registers, '2025-12-31T00:00:00Z');
    expect(statuses(found)).toContain('fail transfer-current');
  });
});

describe('the landing-zone marker', () => {
  it('passes when the config says the same', async () => {
    expect(statuses(await judge({ marker }, registers))).toEqual(['pass marker-present', 'pass marker-registered']);
  });

  it.each<[string, Partial<LandingZoneMarker>]>([
    ['landing zone', { landingZone: 'another' }],
    ['profile', { profile: 'other' }],
    ['deployment model', { deploymentModel: 'in-house-private' }],
    ['account', { account: 'unknown' }],
    ['classification', { classification: 'RESTRICTED' }],
    ['personal data', { personalData: true }],
    ['system tier', { systemTier: 1 }],
  ])('fails with another %s', async (_, change) => {
    const found = await judge({ marker: { ...marker, ...change } }, registers);
    expect(statuses(found)).toContain('fail marker-registered');
  });

  it('fails when it is lost: the config makes the input an estate', async () => {
    const found = await judge(undefined, registers);
    expect(statuses(found)).toEqual(['fail marker-present']);
  });
});

/** A cloud assembly with one stack in an account. */
async function assembly(account: string, claims: Given | undefined): Promise<Finding[]> {
  const folder = `assembly-${account}-${claims ? 'marked' : 'bare'}`;
  const properties = { templateFile: 'S.template.json', stackName: 'S' };
  const environment = `aws://${account}/ap-east-1`;
  const artifacts = { S: { type: 'aws:cloudformation:stack', environment, properties } };
  scratch.write(`${folder}/manifest.json`, { version: '55.0.0', artifacts });
  const metadata = claims ? { Metadata: { Lionrock: claims } } : {};
  scratch.write(`${folder}/S.template.json`, template({ Q: { Type: 'AWS::SQS::Queue' } }, metadata));
  const result = await gate({ inputs: [scratch.path(folder)], profile, registers, includePassed: true });
  return result.findings.filter(({ rule }) => OF_CLAIMS.test(rule));
}

describe('an assembly', () => {
  it('says by its environment which account a template is for: a marker cannot lie about it', async () => {
    expect(statuses(await assembly('110000000011', { marker }))).toContain('pass marker-registered');
    const found = await assembly('110000000012', { marker });
    expect(statuses(found)).toContain('fail marker-registered');
    expect(statuses(found)).toContain('fail marker-present');
  });

  it('needs a marker in each account of the config that it holds, and in no other', async () => {
    const found = await assembly('110000000012', undefined);
    expect(found.map(({ status, evidence }) => [status, evidence?.expected])).toEqual([
      ['fail', 'the marker of other'],
    ]);
  });
});

it('the registers of a config name the flows out of a VPC in full', () => {
  const config = smallConfig();
  const [account] = config.accounts.filter(({ vpcs }) => vpcs.length > 0);
  const [vpc] = account?.vpcs ?? [];
  if (!account || !vpc) throw new Error('the small config has no VPC');
  vpc.flows = [flow, { ...flow, id: 'out', to: 'hub/management' }];
  const found = registersOf(config).accounts.find(({ name }) => name === account.name)?.flows;
  const name = vpc.name ?? account.name;
  expect(found?.slice(0, 2).map(({ from, to }) => [from, to])).toEqual([
    ['application', 'data'],
    [`${name}/application`, 'hub/management'],
  ]);
});
