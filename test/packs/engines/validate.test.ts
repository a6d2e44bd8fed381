import { mkdirSync } from 'node:fs';
import type { EngineFinding } from '../../../lib/model';
import { PackError } from '../../../lib/packs/engines';
import { isGuardPath, loadValidator, readGuardRules, ValidateEngine } from '../../../lib/packs/engines/validate';
import { Scratch } from '../../gate/support/scratch';
import { judge, lines } from './support';

// The validator is slow to start: 3 to 7 s where the machine is busy.
jest.setTimeout(60_000);

const scratch = new Scratch();
afterAll(() => scratch.clean());

const validator = loadValidator();

const RULES = `rule BUCKET_VERSIONED when Resources.*[ Type == 'AWS::S3::Bucket' ] !empty {
  Resources.*[
    Type == 'AWS::S3::Bucket'
    Metadata.guard.SuppressedRules not exists or Metadata.guard.SuppressedRules.* != 'BUCKET_VERSIONED'
  ] {
    Properties.VersioningConfiguration.Status == 'Enabled' <<versions must be kept>>
  }
}

rule S3_BUCKET_LOGGING_ENABLED when Resources.*[ Type == 'AWS::S3::Bucket' ] !empty {
  Resources.*[ Type == 'AWS::S3::Bucket' ].Properties.LoggingConfiguration exists
}

rule ONLY_FOR_ODD when Resources.Odd exists {
  Resources.Odd.Type == %nowhere
}
`;

const bucket = (properties: object = {}) => ({ Type: 'AWS::S3::Bucket', Properties: properties });
const rules = (content: string) => [{ name: 'ours.guard', content }];
const byRule = (findings: readonly EngineFinding[], rule: string) =>
  findings.filter((finding) => finding.rule === rule);

// One for all: each costs seconds.
const engine = new ValidateEngine(validator, { schema: true, guardRules: rules(RULES) });

describe('the schema validator', () => {
  it('finds what CloudFormation would refuse, with the property and its line', async () => {
    const { findings, errors } = await judge(engine, scratch, { Resources: { Bucket: bucket({ Bogus: 1 }) } });
    expect(errors).toEqual([]);
    expect(byRule(findings, 'schema-F3002')).toEqual([
      expect.objectContaining({
        status: 'fail',
        control: null,
        category: 'change-control',
        severity: 'medium',
        logicalId: 'Bucket',
        resourceType: 'AWS::S3::Bucket',
        property: 'Properties.Bogus',
        location: { file: expect.any(String), line: 6, column: expect.any(Number) },
      }),
    ]);
  });

  it('has nothing against a template that is right, and style is not its business', async () => {
    const queue = { Type: 'AWS::SQS::Queue' };
    const resources = { Queue: queue, Other: { ...queue, DependsOn: 'Queue' } };
    expect(await judge(engine, scratch, { Resources: resources })).toEqual({ findings: [], errors: [], evaluated: 2 });
  });

  it('is not silenced by metadata', async () => {
    const metadata = { 'cfn-lint': { config: { ignore_checks: ['E3002', 'F3002'] } } };
    const { findings } = await judge(engine, scratch, {
      Metadata: metadata,
      Resources: { Bucket: { ...bucket({ Bogus: 1 }), Metadata: metadata } },
    });
    expect(byRule(findings, 'schema-F3002')).toHaveLength(1);
  });

  it('says nothing of what no deployment makes', async () => {
    const { findings } = await judge(engine, scratch, {
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { Never: { ...bucket({ Bogus: 1 }), Condition: 'Never' }, Bucket: bucket() },
    });
    expect(byRule(findings, 'schema-F3002')).toEqual([]);
  });
});

describe('rules of cfn-guard', () => {
  it('give findings with their own words, and our control where they map to one', async () => {
    const versioned = bucket({ VersioningConfiguration: { Status: 'Enabled' } });
    const { findings, errors } = await judge(engine, scratch, { Resources: { Plain: bucket(), Versioned: versioned } });
    expect(errors).toEqual([]);
    expect(lines(findings)).toEqual([
      'fail BUCKET_VERSIONED Plain',
      'fail S3_BUCKET_LOGGING_ENABLED Plain',
      'fail S3_BUCKET_LOGGING_ENABLED Versioned',
    ]);
    expect(findings[0]).toMatchObject({ message: 'versions must be kept', severity: 'high', location: { line: 5 } });
    expect(byRule(findings, 'BUCKET_VERSIONED')[0]).toMatchObject({ control: null, category: 'backup-recovery' });
    expect(byRule(findings, 'S3_BUCKET_LOGGING_ENABLED')[0]).toMatchObject({ control: 'LOG-08', category: 'logging' });
  });

  it('judge also a resource whose metadata asks to be left alone', async () => {
    const metadata = { guard: { SuppressedRules: ['BUCKET_VERSIONED'] }, Kept: true };
    const { findings } = await judge(engine, scratch, { Resources: { Plain: { ...bucket(), Metadata: metadata } } });
    expect(byRule(findings, 'BUCKET_VERSIONED')).toHaveLength(1);
  });

  it('that cannot be evaluated are an error of the run', async () => {
    const { findings, errors } = await judge(engine, scratch, { Resources: { Odd: bucket() } });
    expect(findings).toEqual([]);
    expect(errors).toEqual([
      {
        kind: 'engine',
        path: expect.any(String),
        message: expect.stringMatching(/ours\.guard.*failed to evaluate.*nowhere/),
      },
    ]);
  });

  it('that do not parse are refused', () => {
    const make = () => new ValidateEngine(validator, { schema: false, guardRules: rules('rule R { nonsense') });
    expect(make).toThrow(PackError);
    expect(make).toThrow(/cannot be used: Failed to parse Guard file 'ours\.guard'/);
  });
});

describe('files of rules', () => {
  it('are read from a file, or from a folder and its folders', () => {
    const one = scratch.write('guard/b.guard', 'rule B { a exists }');
    const two = scratch.write('guard/deep/a.guard', 'rule A { a exists }');
    scratch.write('guard/readme.md', 'no rule');
    expect(readGuardRules(one)).toEqual([{ name: one, content: 'rule B { a exists }' }]);
    expect(readGuardRules(scratch.path('guard')).map(({ name }) => name)).toEqual([one, two]);
    expect([one, scratch.path('guard'), scratch.path('guard/readme.md')].map(isGuardPath)).toEqual([true, true, false]);
  });

  it('that are not there are an error', () => {
    mkdirSync(scratch.path('empty'));
    expect(() => readGuardRules(scratch.path('empty'))).toThrow(/expected \.guard files, found none/);
    expect(() => readGuardRules(scratch.path('gone.guard'))).toThrow(/gone\.guard cannot be read: ENOENT/);
  });
});

describe('a validator that', () => {
  const sound = { ruleId: 'F3002', severity: 'FATAL', message: 'odd', source: 'SCHEMA' } as const;
  const metadata = { rulesEvaluated: 318, resourcesScanned: 1 };
  type Answer = ReturnType<InstanceType<typeof validator.CompositeEngine>['validateTemplate']>;

  /** Answers as told, one call after the other, and then finds nothing. */
  const actingWith = (ruleIds: readonly string[], ...answers: readonly (() => Answer)[]) => {
    const queue = [...answers];
    return {
      TemplateContent: validator.TemplateContent,
      CompositeEngine: class {
        listRules = () => ruleIds.map((id) => ({ id, origin: 'GUARD' }));
        validateTemplate = (): Answer =>
          (queue.shift() ?? (() => ({ status: 'OK', metadata, diagnostics: [] }) as const))();
      },
    };
  };
  const acting = (...answers: readonly (() => Answer)[]) => actingWith([], ...answers);
  const singing = (): Answer => ({ status: 'OK', metadata, diagnostics: [sound] });
  const template = { Resources: { Bucket: bucket() } };

  it('finds nothing in what is wrong on purpose is refused', () => {
    expect(() => new ValidateEngine(acting(), { schema: true, guardRules: [] })).toThrow(/schema is silent: .*npm ls/);
    const deaf = actingWith(['R', 'lionrock_canary'], singing);
    const make = () => new ValidateEngine(deaf, { schema: true, guardRules: rules('rule R { a exists }') });
    expect(make).toThrow(/schema, ours\.guard is silent/);
  });

  it('finds no rule in the files is refused', () => {
    const make = () => new ValidateEngine(actingWith(['lionrock_canary']), { schema: false, guardRules: rules('#') });
    expect(make).toThrow(/ours\.guard: expected cfn-guard rules, found none/);
  });

  it('cannot evaluate rules on any template is refused', () => {
    const failing = (): never => {
      throw new Error('no such variable');
    };
    const make = () => new ValidateEngine(actingWith(['R'], failing), { schema: false, guardRules: rules('x') });
    expect(make).toThrow(/ours\.guard cannot be evaluated: no such variable/);
  });

  it('has rules that had nothing to judge is not silent', async () => {
    const guard: Answer = { ...singing(), diagnostics: [{ ...sound, source: 'GUARD', ruleId: 'lionrock_canary' }] };
    const quiet = new ValidateEngine(
      actingWith(['R'], () => guard),
      { schema: false, guardRules: rules('x') },
    );
    expect(await judge(quiet, scratch, template)).toEqual({ findings: [], errors: [], evaluated: 0 });
  });

  it.each<[string, Answer, RegExp]>([
    [
      'gave up',
      {
        status: 'ANALYSIS_INCOMPLETE',
        diagnostics: [],
        metadata: { ...metadata, budgetExhaustions: [{ kind: 'depth' }] },
      },
      /could not finish: depth/,
    ],
    ['could not parse', { status: 'ERROR', diagnostics: [sound], metadata }, /could not finish: odd/],
  ])('%s leaves an error', async (_, answer, message) => {
    const engine = new ValidateEngine(
      acting(singing, () => answer),
      { schema: true, guardRules: [] },
    );
    const { errors } = await judge(engine, scratch, template);
    expect(errors).toEqual([{ kind: 'engine', path: expect.any(String), message: expect.stringMatching(message) }]);
  });

  it('broke down is not asked again', async () => {
    const trap = (): never => {
      throw Object.assign(new Error('unreachable'), { name: 'RuntimeError' });
    };
    const engine = new ValidateEngine(acting(singing, trap), { schema: true, guardRules: [] });
    expect((await judge(engine, scratch, template)).errors[0]?.message).toMatch(/unreachable/);
    expect((await judge(engine, scratch, template)).errors[0]?.message).toMatch(/not evaluated, .*broke down before/);
  });
});
