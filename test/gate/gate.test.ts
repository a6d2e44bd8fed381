import { gate, type GateOptions } from '../../lib/gate';
import type { Engine, EngineFinding } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { rulesFor } from '../../lib/gate/rules-for';
import type { Rule } from '../../lib/rules';
import { readUnit, type Graph } from '../../lib/template';
import { publicDatabase, template } from './support/databases';
import { Scratch } from './support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const profile = profileById('hk-s17');
const run = (inputs: GateOptions['inputs'], more: Partial<GateOptions> = {}) => gate({ inputs, profile, ...more });

const bad = () => scratch.write('bad.json', template({ Database: publicDatabase() }));
const resource = { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/queue' } };
const queue = template({ Queue: resource });

describe('the verdict', () => {
  it('is fail when a finding fails, with the place, the evidence and the remedy', async () => {
    const result = await run([bad()]);
    expect(result.verdict).toBe('fail');
    expect(result.summary.fail).toBeGreaterThan(0);
    expect(result.findings.find(({ rule }) => rule === 'rds-not-public')).toMatchObject({
      status: 'fail',
      control: 'WKL-01',
      logicalId: 'Database',
      resourceType: 'AWS::RDS::DBInstance',
      property: 'Properties.PubliclyAccessible',
      location: { line: 8 },
      evidence: { observed: true },
      frameworks: { s17: ['15.1.2'] },
    });
  });

  it.each<[string, object]>([
    ['a severity that there is not', { failOn: 'High' }],
    ['a number that is none', { maxUnknown: Number(undefined) }],
    ['a mode that there is not', { inline: 'lenient' }],
    ['a date that does not exist', { now: new Date('soon') }],
    [
      'an engine that does not count',
      { engines: [{ id: 'odd', evaluate: () => ({ findings: [], errors: [], evaluated: NaN }) }] },
    ],
  ])('is never pass by an option that is malformed: %s', async (_, options) => {
    const sound = scratch.write('sound.json', queue);
    expect((await run([sound], { failOn: 'critical', maxUnknown: 9 })).verdict).toBe('pass');
    const result = await run([sound], { failOn: 'critical', maxUnknown: 9, ...options });
    expect(result.verdict).not.toBe('pass');
    expect(result.errors).toHaveLength(1);
  });

  it('is fail also when something could not be read', async () => {
    const result = await run([bad(), scratch.path('missing.json')]);
    expect(result.verdict).toBe('fail');
    expect(result.errors).toHaveLength(1);
  });

  it.each<[string, string | object]>([
    ['does not parse', '{"Resources": {'],
    ['is no template', { hello: 'world' }],
    ['holds nothing that a rule judges', template({ W: { Type: 'AWS::CloudFormation::WaitConditionHandle' } })],
    ['holds no resource', template({})],
  ])('is unknown when the only file %s', async (_, content) => {
    const result = await run([scratch.write('only.json', content)]);
    expect(result.verdict).toBe('unknown');
    expect(result.errors.length + Number(result.evaluated === 0)).toBeGreaterThan(0);
    expect(result.reasons.length).toBeGreaterThan(0);
  });

  it('is unknown when there is no input at all', async () => {
    expect(await run([])).toMatchObject({ verdict: 'unknown', evaluated: 0 });
  });

  it('is unknown for a path that is missing, beside one that passes', async () => {
    const severities = { failOn: 'critical', maxUnknown: 99 } as const;
    const good = scratch.write('good.json', queue);
    expect((await run([good], severities)).verdict).toBe('pass');
    expect((await run([good, scratch.path('missing.json')], severities)).verdict).toBe('unknown');
  });

  it('counts only the severities asked for', async () => {
    const path = scratch.write(
      'low.json',
      template({
        Database: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', StorageEncrypted: true } },
      }),
    );
    const all = await run([path], { maxUnknown: 99 });
    expect(all.findings.filter(({ severity }) => severity === 'critical')).toEqual([]);
    expect(all.verdict).toBe('fail');
    expect((await run([path], { maxUnknown: 99, failOn: 'critical' })).verdict).toBe('pass');
    expect((await run([path], { maxUnknown: 99, failOn: 'low' })).verdict).toBe('fail');
  });

  it('allows as many unknown findings as asked for', async () => {
    const path = scratch.write(
      'open.json',
      template(
        { Database: { Type: 'AWS::RDS::DBInstance', Properties: { PubliclyAccessible: { Ref: 'Public' } } } },
        { Parameters: { Public: { Type: 'String' } } },
      ),
    );
    const none = await run([path], { failOn: 'critical' });
    expect(none.verdict).toBe('unknown');
    const found = none.findings.find(({ rule }) => rule === 'rds-not-public');
    expect(found?.evidence?.because).toContain('Public');
    const { unknown } = none.summary;
    expect((await run([path], { failOn: 'critical', maxUnknown: unknown })).verdict).toBe('pass');
    expect((await run([path], { failOn: 'critical', maxUnknown: unknown - 1 })).verdict).toBe('unknown');
  });
});

describe('what is judged', () => {
  it('of types that are judged within an estate alone says how to have them judged', async () => {
    const Content = { Version: '2012-10-17', Statement: [] };
    const Policy = {
      Type: 'AWS::Organizations::Policy',
      Properties: { Name: 'p', Type: 'SERVICE_CONTROL_POLICY', Content },
    };
    const alone = await run([scratch.write('policy.json', template({ Policy }))]);
    expect(alone.errors).toMatchObject([{ kind: 'nothing-evaluated', message: expect.stringContaining('--estate') }]);
    const queueless = await run([
      scratch.write('w.json', template({ W: { Type: 'AWS::CloudFormation::WaitCondition' } })),
    ]);
    expect(queueless.errors).toMatchObject([{ message: expect.not.stringContaining('--estate') }]);
  });

  it('one poisonous file of a folder hides nothing of the others', async () => {
    scratch.write('mixed/a.json', template({ Database: publicDatabase() }));
    scratch.write('mixed/b.json', '{"Resources": {"X": {"Type": ');
    scratch.write(
      'mixed/c.yaml',
      'Resources: {Database: {Type: AWS::RDS::DBInstance, Properties: {PubliclyAccessible: true}}}',
    );
    const result = await run([scratch.path('mixed')]);
    expect(result.findings.filter(({ rule }) => rule === 'rds-not-public')).toHaveLength(2);
    expect(result.errors.map(({ kind }) => kind)).toEqual(['parse']);
  });

  it('takes units that were read already', async () => {
    const fromUnit = await run([readUnit(bad())]);
    expect(fromUnit.findings).toEqual((await run([bad()])).findings);
  });

  it('lists findings in one order, whatever the order of the inputs', async () => {
    const other = scratch.write('another.json', template({ Database: publicDatabase() }));
    const forwards = await run([bad(), other]);
    const backwards = await run([other, bad()]);
    expect(JSON.stringify(backwards)).toBe(JSON.stringify(forwards));
  });

  it('counts what passes without listing it, and lists it when asked', async () => {
    const counted = await run([bad()]);
    const listed = await run([bad()], { includePassed: true });
    expect(counted.findings.some(({ status }) => status === 'pass')).toBe(false);
    expect(counted.summary.pass).toBeGreaterThan(0);
    expect(listed.findings.filter(({ status }) => status === 'pass')).toHaveLength(counted.summary.pass);
    expect(listed.summary).toEqual(counted.summary);
  });

  it('says which controls have evidence', async () => {
    expect((await run([bad()])).controls).toContain('WKL-01');
  });

  it('bounds the evidence of a finding', async () => {
    const Statement = Array.from({ length: 500 }, (_, index) => ({
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Sid: `S${index}${'x'.repeat(1000)}`,
    }));
    const policy = {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { PolicyDocument: { Version: '2012-10-17', Statement } },
    };
    const { findings } = await run([scratch.write('wide.json', template({ Policy: policy }))]);
    for (const { evidence } of findings) expect(JSON.stringify(evidence ?? {}).length).toBeLessThan(50_000);
  });
});

const passes: Rule['evaluate'] = () => ({ status: 'pass' });

function rule(id: string, scope: Rule['scope']): Rule {
  const types = ['AWS::CloudTrail::Trail'];
  return { id, scope, control: 'LOG-01', message: 'm', remediation: 'r', types, evaluate: passes };
}

function graphOf(more: object): Graph {
  return readUnit(scratch.write('estate.json', template({}, more))).graph;
}

describe('rules over estates', () => {
  const rules = [rule('of-resources', 'resource'), rule('of-estates', 'estate')];
  const marker = {
    landingZone: 'x',
    profile: 'hk-s17',
    deploymentModel: 'public',
    account: 'a',
    classification: 'UNCLASSIFIED',
    personalData: false,
    systemTier: 1,
    capability: 'network',
  };
  const registers = {
    landingZone: 'x',
    profile: 'hk-s17',
    deploymentModel: 'public',
    accounts: [],
    flows: [],
    transfers: [],
    properties: [],
  };

  it.each<[string, object, Pick<GateOptions, 'estate' | 'registers'>, string[]]>([
    ['a plain template', {}, {}, ['of-resources']],
    ['what was called an estate', {}, { estate: true }, ['of-resources', 'of-estates']],
    ['what came with a config', {}, { registers }, ['of-resources', 'of-estates']],
    ['what carries the marker', { Metadata: { Lionrock: { marker } } }, {}, ['of-resources', 'of-estates']],
  ])('on %s', (_, more, options, expected) => {
    expect(rulesFor(graphOf(more), options, rules).map(({ id }) => id)).toEqual(expected);
  });
});

describe('a rule that throws', () => {
  it('is an error of the run, whatever number of unknowns is allowed, and hides nothing else', async () => {
    const unit = readUnit(scratch.write('two.json', template({ Good: publicDatabase(), Evil: publicDatabase() })));
    const [read] = unit.graph.templates;
    if (!read) throw new Error('expected a template');
    const resources = read.resources.map((resource) =>
      resource.logicalId === 'Evil'
        ? Object.create(resource, { properties: { get: () => fail('no properties here') } })
        : resource,
    );
    const broken = Object.create(read, { resources: { value: resources } });
    const graph = Object.create(unit.graph, { templates: { value: [broken] } });
    const result = await run([{ ...unit, graph }], { failOn: 'critical', maxUnknown: 999 });
    expect(result.errors.length).toBeGreaterThan(0);
    expect(new Set(result.errors.map(({ kind }) => kind))).toEqual(new Set(['rule']));
    expect(result.errors[0]?.message).toContain('no properties here');
    expect(result.findings.some(({ logicalId, status }) => logicalId === 'Good' && status === 'fail')).toBe(true);
    expect(result.findings.some(({ logicalId, status }) => logicalId === 'Evil' && status === 'unknown')).toBe(true);
  });
});

function fail(message: string): never {
  throw new Error(message);
}

const engine = (evaluate: Engine['evaluate']): Engine => ({ id: 'foreign', evaluate });

const good = () => scratch.write('good.json', queue);

describe('an injected engine', () => {
  const finding: EngineFinding = {
    status: 'fail',
    rule: 'Foreign-S1',
    control: null,
    category: 'logging',
    severity: 'high',
    message: 'Something is missing.',
    remediation: 'Add it.',
    template: 'x.json',
    logicalId: 'Queue',
    resourceType: 'AWS::SQS::Queue',
  };
  const lenient = { failOn: 'critical', maxUnknown: 99 } as const;

  it('gets the bodies of the templates, and where things stand in them', async () => {
    const seen: unknown[] = [];
    const engines = [
      engine(async ({ templates }) => {
        for (const { body, resource, locate } of templates) {
          seen.push(
            body,
            resource('Queue')?.type,
            resource('Nothing'),
            locate('Queue', 'Properties.KmsMasterKeyId')?.line,
          );
        }
        return { findings: [], errors: [], evaluated: 3 };
      }),
    ];
    await run([good()], { ...lenient, engines });
    expect(seen).toEqual([queue, 'AWS::SQS::Queue', undefined, 7]);
  });

  it('gets loops unrolled', async () => {
    const body = {
      Resources: { 'Fn::ForEach::Queues': ['Name', ['A', 'B'], { 'Queue${Name}': resource }] },
    };
    const seen: unknown[] = [];
    const engines = [
      engine(async ({ templates }) => {
        seen.push(...templates.map((template) => template.body));
        return { findings: [], errors: [], evaluated: 3 };
      }),
    ];
    const file = scratch.write('loop.json', { Transform: 'AWS::LanguageExtensions', ...body });
    await run([file], { ...lenient, engines });
    expect(seen).toMatchObject([{ Resources: { QueueA: resource, QueueB: resource } }]);
  });

  it('has its findings listed, with fingerprints, the clauses of the control, and without secrets', async () => {
    const secret = 'AKIAABCDEFGHIJKLMNOP';
    const findings = [finding, { ...finding, control: 'LOG-01', message: `found ${secret}`, logicalId: 'Other' }];
    const engines = [engine(async () => ({ findings, errors: [], evaluated: 3 }))];
    const result = await run([good()], { ...lenient, engines });
    const listed = result.findings.filter(({ rule }) => rule === 'Foreign-S1');
    expect(listed).toEqual([
      { ...findings[1], id: expect.any(String), message: 'found AKIA[masked]', frameworks: expect.any(Object) },
      { ...finding, id: expect.stringMatching(/^[0-9a-f]{16}$/) },
    ]);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(2);
    expect(result.verdict).toBe('pass');
  });

  it('that asked its rules and had nothing to judge is not silent', async () => {
    const engines = [engine(async () => ({ findings: [], errors: [], evaluated: 0, asked: 12 }))];
    expect((await run([good()], { ...lenient, engines })).errors).toEqual([]);
  });

  it.each<[string, string, Engine['evaluate']]>([
    ['is silent', 'silent-engine', async () => ({ findings: [], errors: [], evaluated: 0 })],
    ['throws', 'engine', async () => Promise.reject(new Error('no such pack'))],
    [
      'reports an error',
      'pack',
      async () => ({ findings: [], errors: [{ kind: 'pack', path: 'x', message: 'odd' }], evaluated: 1 }),
    ],
  ])('that %s leaves the verdict unknown', async (_, kind, evaluate) => {
    const result = await run([good()], { ...lenient, engines: [engine(evaluate)] });
    expect(result.verdict).toBe('unknown');
    expect(result.errors.map((error) => error.kind)).toEqual([kind]);
  });

  it('may be silent where there is no resource to judge', async () => {
    const engines = [engine(async () => ({ findings: [], errors: [], evaluated: 0 }))];
    const result = await run([scratch.write('empty.json', template({}))], { engines });
    expect(result.errors.map(({ kind }) => kind)).not.toContain('silent-engine');
  });
});
