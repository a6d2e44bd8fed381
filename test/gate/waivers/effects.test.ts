import { gate, type GateOptions } from '../../../lib/gate';
import type { Finding, Waiver } from '../../../lib/model';
import { profileById } from '../../../lib/profiles';
import { publicDatabase, template } from '../support/databases';
import { Scratch } from '../support/scratch';
import { waiver } from '../support/waiver';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const profile = profileById('hk-s17');
const path = scratch.write('portal.json', template({ Database: publicDatabase(), Queue: { Type: 'AWS::SQS::Queue' } }));

async function judge(waivers: readonly Waiver[], more: Partial<GateOptions> = {}) {
  const result = await gate({ inputs: [path], profile, waivers, now: new Date('2026-11-26T00:00:00Z'), ...more });
  const of = (rule: string): Finding | undefined => result.findings.find((finding) => finding.rule === rule);
  return { ...result, of, kinds: result.warnings.map(({ kind }) => kind) };
}

describe('a waiver', () => {
  it.each<[string, Partial<Waiver>, number]>([
    ['of a rule', {}, 1],
    ['of a control, with each of its rules', { rule: undefined, control: 'WKL-01' }, 2],
    ['of a rule and its control', { control: 'WKL-01' }, 1],
  ])('%s takes what it covers out of what fails, and names itself', async (_, more, findings) => {
    const without = await judge([]);
    const result = await judge([waiver(more)]);
    expect(without.of('rds-not-public')?.status).toBe('fail');
    expect(result.of('rds-not-public')).toMatchObject({
      status: 'waived',
      waiver: 'W-1',
      evidence: { observed: true },
    });
    expect(result.of('rds-not-public')?.id).toBe(without.of('rds-not-public')?.id);
    expect(result.summary.waived).toBe(findings);
    expect(result.summary.fail).toBe(without.summary.fail - findings);
    expect(result.warnings).toEqual([]);
    expect(result.waivers).toEqual([{ ...waiver(more), state: 'live', findings }]);
  });

  it('lets a run pass when it covers all that fails', async () => {
    const { findings } = await judge([]);
    const waivers = findings.map(({ rule, logicalId }, index) =>
      waiver({ id: `W-${index}`, rule, scope: { logicalId } }),
    );
    const result = await judge(waivers);
    expect(result.summary).toMatchObject({ fail: 0, waived: findings.length });
    expect(result.verdict).toBe('pass');
  });

  it('accepts also what cannot be decided', async () => {
    const open = { Type: 'AWS::RDS::DBInstance', Properties: { PubliclyAccessible: { Ref: 'Public' } } };
    const file = scratch.write(
      'open.json',
      template({ Database: open }, { Parameters: { Public: { Type: 'String' } } }),
    );
    const { of } = await judge([waiver()], { inputs: [file] });
    expect(of('rds-not-public')).toMatchObject({ status: 'waived', evidence: { because: expect.any(String) } });
  });

  it('never hides that something could not be read', async () => {
    const file = scratch.write('broken.json', '{"Resources": {');
    const result = await judge([waiver({ scope: { type: '*' } })], { inputs: [path, file] });
    expect(result.errors).toMatchObject([{ kind: 'parse', path: file }]);
    expect(result.summary.waived).toBe(1);
  });

  it('covers what another engine finds, by the whole id of its rule', async () => {
    const found = (rule: string, severity: Finding['severity']) =>
      ({ rule, severity, control: null, status: 'fail', category: 'governance', message: 'Wrong.' }) as const;
    const at = { remediation: 'Mend.', template: path, logicalId: 'Queue', resourceType: 'AWS::SQS::Queue' };
    const findings = [found('X-1[Action::*]', 'low'), found('X-1[Action::s3:*]', 'low'), found('X-2', 'critical')];
    const engine = {
      id: 'other',
      evaluate: () =>
        Promise.resolve({ findings: findings.map((each) => ({ ...each, ...at })), errors: [], evaluated: 3 }),
    };
    const scope = { logicalId: 'Queue' };
    const year = { scope, issued: '2026-01-01', expires: '2026-12-31' };
    const { of, warnings } = await judge(
      [waiver({ rule: 'X-1[Action::*]', ...year }), waiver({ id: 'W-2', rule: 'X-2', ...year })],
      { engines: [engine] },
    );
    expect(of('X-1[Action::*]')?.waiver).toBe('W-1');
    expect(of('X-1[Action::s3:*]')?.status).toBe('fail');
    // A year is too long for a critical finding, whose severity is known only now.
    expect(of('X-2')?.status).toBe('fail');
    expect(warnings).toContainEqual({
      kind: 'waiver-too-long',
      subject: 'W-2',
      message: expect.stringMatching(/364 days; for findings of severity critical, .*, 92 are allowed/),
    });
  });
});

describe('the days of a waiver', () => {
  it.each<[string, Partial<Waiver>, string, Finding['status'], readonly string[]]>([
    ['that is far from its end', {}, '2026-12-31T12:00:00Z', 'waived', []],
    ['30 days before its end', {}, '2027-01-01T00:00:00Z', 'waived', ['waiver-expiring']],
    ['on its last day, to the last minute in Hong Kong', {}, '2027-01-31T15:59:59Z', 'waived', ['waiver-expiring']],
    ['after it', {}, '2027-01-31T16:00:00Z', 'fail', ['waiver-expired']],
    ['whose last day cannot be read', { expires: '31/01/2027' }, '2026-12-01', 'fail', ['waiver-expired']],
    ['whose last day is none', { expires: '2027-02-30' }, '2026-12-01', 'fail', ['waiver-expired']],
    ['whose last day is empty', { expires: '' }, '2026-12-01', 'fail', ['waiver-expired']],
    ['to be reviewed tomorrow', { reviewDate: '2026-12-16' }, '2026-12-15', 'waived', []],
    ['to be reviewed today', { reviewDate: '2026-12-16' }, '2026-12-16', 'waived', ['waiver-review-due']],
  ])('one %s', async (_, more, now, status, kinds) => {
    const result = await judge([waiver(more)], { now: new Date(now) });
    expect(result.of('rds-not-public')?.status).toBe(status);
    expect(result.kinds).toEqual(kinds);
    expect(result.of('rds-not-public')?.waiver).toBe(status === 'waived' ? 'W-1' : undefined);
    expect(result.waivers?.[0]?.findings).toBe(1);
  });

  it('say when, and what to do', async () => {
    const message = async (now: string, more: Partial<Waiver> = {}) =>
      (await judge([waiver(more)], { now: new Date(now) })).warnings.map((warning) => warning.message);
    expect(await message('2027-01-30')).toEqual([
      'The waiver expires in 1 day, on 2027-01-31. Mend what it waives, or have it approved again.',
    ]);
    expect(await message('2027-02-01')).toEqual([
      'The waiver expired on 2027-01-31: 1 finding that it waived must be mended, or approved again.',
    ]);
    expect(await message('2026-12-01', { expires: 'never' })).toEqual([
      'Its last day, "never", cannot be read, so that the waiver counts as expired: 1 finding that it waived must be mended, or approved again.',
    ]);
  });

  it('leave the finding to another waiver that is in force', async () => {
    const { of, waivers } = await judge([waiver({ expires: '2026-11-10' }), waiver({ id: 'W-2' })]);
    expect(of('rds-not-public')?.waiver).toBe('W-2');
    expect(waivers?.map(({ state, findings }) => [state, findings])).toEqual([
      ['expired', 0],
      ['live', 1],
    ]);
  });
});

describe('a register', () => {
  it.each<[string, Partial<Waiver>, RegExp]>([
    [
      'is broad in its type',
      { scope: { type: 'AWS::RDS::*' } },
      /than the 1 finding .* \{"stack":"portal","logicalId":"Database"\}/,
    ],
    [
      'is broad in a glob',
      { scope: { logicalId: 'Data*' } },
      /Narrow it to \{"stack":"portal","logicalId":"Database"\}/,
    ],
  ])('says that one %s, and proposes the narrower scope', async (_, more, message) => {
    const { warnings } = await judge([waiver(more)]);
    expect(warnings).toEqual([{ kind: 'waiver-broad', subject: 'W-1', message: expect.stringMatching(message) }]);
  });

  it.each<[string, Partial<Waiver>]>([
    ['in another place', { scope: { logicalId: 'Databas' } }],
    ['of a rule that has nothing to judge', { rule: 'dynamodb-point-in-time-recovery' }],
    ['in a unit, which nobody knows without the config', { scope: { unit: 'Security' } }],
  ])('says that one %s matches nothing', async (_, more) => {
    const { warnings, of } = await judge([waiver(more)]);
    expect(warnings).toMatchObject([{ kind: 'waiver-unused', subject: 'W-1' }]);
    expect(of('rds-not-public')?.status).toBe('fail');
  });

  it.each<[string, Partial<Waiver>, RegExp]>([
    ['issued in the future', { issued: '2026-11-27' }, /^issued: the approval is of 2026-11-27, which is to come/],
    ['approved by its owner', { approver: ' Owner@E-services.example ' }, /^approver: .*nobody approves their own/],
    [
      'that lasts too long',
      { expires: '2027-02-02' },
      /^expires: it is to last 93 days.*severity critical; expected at most 92/,
    ],
    ['of an unknown rule', { rule: 'rds-not-pubic' }, /^rule: no rule is called .*did you mean "rds-not-public"/],
    ['of an unknown control', { control: 'WKL-00' }, /^control: no control is called "WKL-00"/],
    [
      'of a rule under another control',
      { control: 'NET-02' },
      /^control: rule "rds-not-public" evidences WKL-01, not NET-02/,
    ],
    ['that ends before it begins', { expires: '2026-10-31' }, /^expires: it expires on 2026-10-31, before/],
    ['without a reason', { reason: '' }, /^reason: /],
  ])('with a waiver %s is an error of the run, and the waiver waives nothing', async (_, more, message) => {
    const result = await judge([waiver(more)]);
    expect(result.errors).toMatchObject([
      { kind: 'waiver', path: 'waivers[0]', message: expect.stringMatching(message) },
    ]);
    expect(result.of('rds-not-public')?.status).toBe('fail');
  });

  it('follows ids that are no longer in use', async () => {
    const space = { Type: 'AWS::WorkSpaces::Workspace', Properties: { UserVolumeEncryptionEnabled: false } };
    const file = scratch.write('space.json', template({ Space: space }));
    const scope = { logicalId: 'Space' };
    const { findings } = await judge([waiver({ rule: 'workspace-volumes-encrypted', scope })], { inputs: [file] });
    expect(findings.filter(({ waiver: id }) => id === 'W-1').map(({ rule }) => rule)).toEqual([
      'workspace-root-volume-encrypted',
      'workspace-user-volume-encrypted',
    ]);
  });

  it('with an id twice is an error', async () => {
    const { errors } = await judge([waiver(), waiver()]);
    expect(errors).toMatchObject([{ path: 'waivers[1]', message: 'an earlier waiver is called W-1 too' }]);
  });

  it('is told apart from none', async () => {
    expect((await judge([])).waivers).toEqual([]);
    expect((await gate({ inputs: [path], profile })).waivers).toBeUndefined();
  });
});
