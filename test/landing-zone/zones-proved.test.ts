import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gate, registersOf } from '../../lib/gate';
import type { StatedProperty } from '../../lib/config';
import type { Finding } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { textReport } from '../../lib/report';
import { assemble, exampleConfig } from './support/assemble';

const ACCOUNT = 'e-services-prod';
const PORT = 15432;
const { config } = exampleConfig();
const { outdir } = assemble(config, ACCOUNT);
const path = vpcTemplate(join(outdir, `assembly-${ACCOUNT}`));
const original = readFileSync(path, 'utf8');

afterEach(() => writeFileSync(path, original));

interface Body {
  Parameters?: object;
  Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
}

function vpcTemplate(folder: string): string {
  const files = readdirSync(folder).filter((file) => file.endsWith('.template.json'));
  const found = files.find((file) => readFileSync(join(folder, file), 'utf8').includes('"AWS::EC2::Subnet"'));
  if (found === undefined) throw new Error(`no template of ${folder} has subnets`);
  return join(folder, found);
}

/** Opens a port beside the database's, at security groups and network ACLs alike, and declares nothing. */
function openPort(port: number, ingress: object = {}): void {
  const body = JSON.parse(original) as Body;
  for (const [id, resource] of Object.entries(body.Resources)) {
    const text = JSON.stringify(resource);
    if (!/(Ingress|Egress|NetworkAclEntry)$/.test(resource.Type) || !text.includes(`:${PORT}`)) continue;
    const copy = JSON.parse(text.replaceAll(`:${PORT}`, `:${port}`)) as Body['Resources'][string];
    const { RuleNumber, ...rest } = copy.Properties;
    const own = resource.Type === 'AWS::EC2::SecurityGroupIngress' ? ingress : {};
    const number = typeof RuleNumber === 'number' ? { RuleNumber: RuleNumber + 1 } : {};
    body.Resources[`${id}Behind`] = { ...copy, Properties: { ...rest, ...number, ...own } };
  }
  writeFileSync(path, JSON.stringify({ ...body, Parameters: { ...body.Parameters, Office: { Type: 'String' } } }));
}

const kept: StatedProperty = {
  name: 'application-not-to-data',
  from: `${ACCOUNT}/application`,
  to: `${ACCOUNT}/data`,
  port: 22,
  expect: 'no',
  reason: 'Nobody administers databases from the application',
};

async function judge(
  properties: readonly StatedProperty[] = [],
): Promise<{ readonly text: string; readonly findings: readonly Finding[] }> {
  const result = await gate({
    inputs: [outdir],
    profile: profileById(config.profile),
    registers: { ...registersOf(config), properties },
    includePassed: true,
    now: new Date('2026-11-23'),
  });
  const findings = result.findings.filter(({ rule }) =>
    /^(zones-|internet-enters-|stated-|egress-inspected|traffic-between-|default-group-)/.test(rule),
  );
  return { text: textReport({ ...result, findings }), findings };
}

test('what passes in the example is what its flows declare', async () => {
  const { findings } = await judge();
  expect(findings.map(({ rule, status }) => `${status} ${rule}`)).toEqual([
    'pass egress-inspected',
    'pass internet-enters-by-facing-zones',
    'pass zones-flows-possible',
    'pass zones-traffic-declared',
    'pass default-group-unused',
  ]);
});

test('a port that is opened behind the flows’ back fails, with the pair, the port and the way', async () => {
  openPort(22);
  const { findings, text } = await judge();
  const [failed, ...others] = findings.filter(({ status }) => status !== 'pass');
  expect(others).toEqual([]);
  expect(failed).toMatchObject({
    status: 'fail',
    rule: 'zones-traffic-declared',
    control: 'NET-02',
    resourceType: 'AWS::EC2::Subnet',
    evidence: {
      observed: `tcp 22 from ${ACCOUNT}/application to ${ACCOUNT}/data`,
      expected: 'only what these flows declare: application-to-database',
    },
  });
  const hops = (failed?.witness ?? []).map(({ hop, why }) => `${hop} ${why}`);
  expect(hops[0]).toMatch(/packets leave/);
  expect(hops.some((hop) => /^security groups? .* lets them in to/.test(hop))).toBe(true);
  expect(hops.some((hop) => /^network ACL .* lets them into subnet/.test(hop))).toBe(true);
  expect(text.replaceAll(/\s+/g, ' ')).toMatch(/the way: .* > .*security group.* > /);
});

test('a source that is decided at deployment leaves that port, and no other, undecided', async () => {
  openPort(22, { SourceSecurityGroupId: undefined, CidrIp: { Ref: 'Office' } });
  const { findings } = await judge();
  const open = findings.filter(({ status }) => status !== 'pass');
  expect(open.map(({ status, rule, evidence }) => [status, rule, evidence])).toEqual([
    [
      'unknown',
      'zones-traffic-declared',
      expect.objectContaining({
        observed: `tcp 22 from ${ACCOUNT}/application to ${ACCOUNT}/data`,
        because: expect.stringContaining('parameter Office has no default') as string,
      }),
    ],
  ]);
});

test('the finding keeps its id when the same way is opened elsewhere', async () => {
  openPort(22);
  const first = await judge();
  openPort(3389);
  const second = await judge();
  const ids = [first, second].map(({ findings }) =>
    findings.filter(({ status }) => status === 'fail').map(({ id }) => id),
  );
  expect(ids[0]).toHaveLength(1);
  expect(ids[0]).toEqual(ids[1]);
});

describe('a stated property', () => {
  const stated = async (...properties: readonly StatedProperty[]) =>
    (await judge(properties)).findings.filter(({ rule }) => rule === 'stated-property-holds');

  test('is proved', async () => {
    const open: StatedProperty = { ...kept, name: 'reads', port: PORT, expect: 'yes' };
    expect((await stated(kept, open)).map(({ status }) => status)).toEqual(['pass', 'pass']);
  });

  test('may be about all zones, and about default groups and metadata of instances', async () => {
    const { port: _, ...property } = { ...kept, from: 'anywhere' };
    const found = await stated({ ...property, to: 'default-groups' }, { ...property, to: 'instance-metadata' });
    expect(found.map(({ status }) => status)).toEqual(['pass', 'pass']);
  });

  test('that does not hold fails with its reason and the way', async () => {
    openPort(22);
    const [found, ...others] = await stated(kept);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      status: 'fail',
      control: 'NET-02',
      evidence: { observed: 'yes', expected: 'no', because: `${kept.name}: ${kept.reason}` },
    });
    expect((found?.witness ?? []).length).toBeGreaterThan(3);
  });

  test('may say what everything has to cross', async () => {
    const { expect: _, ...way } = { ...kept, port: PORT };
    const crossing = { ...way, name: 'inspected', crosses: 'inspection' };
    const [open, ...others] = await stated(crossing, { ...crossing, name: 'none', from: 'internet' });
    expect(open).toMatchObject({ status: 'fail', evidence: { observed: 'yes', expected: 'no' } });
    expect((open?.witness ?? []).length).toBeGreaterThan(3);
    expect(others.map(({ status }) => status)).toEqual(['pass']);
  });

  test('that depends on a parameter is unknown', async () => {
    openPort(22, { SourceSecurityGroupId: undefined, CidrIp: { Ref: 'Office' } });
    const [found] = await stated(kept);
    expect(found?.status).toBe('unknown');
    expect(found?.evidence?.because).toMatch(/^application-not-to-data: .*parameter Office has no default/);
  });

  test('about what other accounts hold says nothing where they have no templates here', async () => {
    expect(await stated({ ...kept, to: 'open-data-prod/data' })).toEqual([]);
  });
});
