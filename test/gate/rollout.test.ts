import { gate, type GateOptions } from '../../lib/gate';
import { Rollout } from '../../lib/gate/rollout';
import { Tally } from '../../lib/gate/tally';
import { controlById } from '../../lib/controls';
import { profileById } from '../../lib/profiles';
import { ruleById, RULES } from '../../lib/rules';
import { templateFromObject } from '../../lib/template';
import { publicDatabase, template } from './support/databases';
import { Scratch } from './support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const profile = profileById('hk-s17');
const RULE = 'rds-not-public';

const judge = (more: Partial<GateOptions>, body = template({ Database: publicDatabase() })) =>
  gate({ inputs: [scratch.write('t.json', body)], profile, ...more });

/** Rules that a public database breaks, all announced but the one. */
const others = Object.fromEntries(RULES.flatMap(({ id }) => (id === RULE ? [] : [[id, '2099-01-01']])));

describe('a rule that blocks from a day', () => {
  const blocksFrom = { ...others, [RULE]: '2027-03-31' };

  it('warns before it, and decides nothing', async () => {
    const result = await judge({ blocksFrom, now: new Date('2027-03-30T12:00:00Z') });
    expect(result.verdict).toBe('pass');
    expect(result.findings).toEqual([]);
    expect(result.summary).toMatchObject({ fail: 0, unknown: 0 });
    expect(result.warnings).toContainEqual({
      kind: 'rule-announced',
      subject: expect.stringMatching(/t\.json#Database$/),
      message: expect.stringMatching(/^rds-not-public blocks from 2027-03-31\. The database has a public address\. /),
    });
  });

  it.each([
    ['on it', '2027-03-31T12:00:00Z'],
    ['after it', '2028-01-01T00:00:00Z'],
    ['as soon as it begins in the profile’s time zone', '2027-03-30T16:00:00Z'],
  ])('fails %s', async (_, now) => {
    const result = await judge({ blocksFrom, now: new Date(now) });
    expect(result.verdict).toBe('fail');
    expect(result.findings.map(({ rule, status }) => [rule, status])).toEqual([[RULE, 'fail']]);
    expect(result.warnings.filter(({ message }) => message.startsWith(RULE))).toEqual([]);
  });

  it('leaves open what it cannot decide, without a doubt about the verdict', async () => {
    const open = { ...publicDatabase(), Properties: { Engine: 'postgres', PubliclyAccessible: { Ref: 'Open' } } };
    const body = template({ Database: open }, { Parameters: { Open: { Type: 'String' } } });
    const result = await judge({ blocksFrom, now: new Date('2027-01-01') }, body);
    expect(result.verdict).toBe('pass');
    expect(result.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^rds-not-public blocks from 2027-03-31\. Undecided: parameter Open has no default/),
    );
  });

  it('may state the day itself; the day of who runs the gate comes before it', () => {
    const result = { status: 'fail' } as const;
    const rule = {
      ...RULES[0],
      ...ruleById(RULE),
      blocksFrom: '2027-03-31',
      id: RULE,
      message: 'M.',
      remediation: 'R.',
    };
    const control = controlById('WKL-01');
    if (!control) throw new Error('WKL-01 is not in the catalogue');
    const place = { template: templateFromObject('t.json', template({})), logicalId: 'D', place: 'D' };
    const judged = { rule, control, result, resourceType: 'T', propertyIdentifies: true, ...place };
    const warned = (days: Record<string, string>) => {
      const tally = new Tally(false, new Rollout({ profile, blocksFrom: days, now: new Date('2027-01-01') }));
      tally.add(judged);
      return tally.warnings.length;
    };
    expect([warned({}), warned({ [RULE]: '2026-01-01' })]).toEqual([1, 0]);
  });

  it('is found by an id that it no longer has', () => {
    const rollout = new Rollout({ profile, blocksFrom: { 'workspace-volumes-encrypted': '2099-01-01' } });
    expect(rollout.errors).toEqual([]);
  });

  it('is an error when it is no day', () => {
    const { errors } = new Rollout({ profile, blocksFrom: { [RULE]: 'next spring' } });
    expect(errors).toMatchObject([{ kind: 'policy', message: expect.stringContaining('next spring') }]);
  });

  it('is an error when nothing is or was called so', async () => {
    const result = await judge({ blocksFrom: { ...others, [RULE]: '2099-01-01', 'rds-publik': '2099-01-01' } });
    expect(result.verdict).toBe('unknown');
    expect(result.errors).toMatchObject([{ kind: 'policy', path: 'blocksFrom.rds-publik' }]);
  });
});
