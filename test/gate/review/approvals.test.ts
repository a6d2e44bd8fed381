import { approvalsReview } from '../../../lib/gate/review/approvals';
import type { GateResult, JudgedWaiver, Transfer } from '../../../lib/model';
import { profileById } from '../../../lib/profiles';

const waiver: JudgedWaiver = {
  id: 'W-2026-001',
  rule: 'bucket-versioned',
  scope: { account: '111122223333' },
  reason: 'The supplier’s import job cannot write to versioned buckets',
  compensatingControl: 'Copied every night',
  riskOwner: 'owner@example.gov.hk',
  approver: 'ditso@example.gov.hk',
  ticket: 'SEC-1',
  issued: '2026-11-02',
  reviewDate: '2026-11-20',
  expires: '2026-11-27',
  state: 'expiring',
  findings: 1,
};
const transfer: Transfer = {
  id: 'mail',
  data: 'Alarms',
  classification: 'UNCLASSIFIED',
  from: 'ap-east-1',
  to: 'outside AWS',
  mechanism: 'SNS',
  legalBasis: 'B/D consent',
  approver: 'DITSO',
  start: '2026-01-01',
  expires: '2027-12-31',
};

const of = (waivers: readonly JudgedWaiver[] | undefined) =>
  approvalsReview((waivers ? { waivers } : {}) as GateResult, {
    profile: profileById('hk-s17'),
    // Already the 26th in Hong Kong.
    now: new Date('2026-11-25T20:00:00Z'),
    registers: {
      landingZone: 'x',
      profile: 'hk-s17',
      deploymentModel: 'public',
      accounts: [],
      flows: [],
      transfers: [transfer],
      properties: [],
    },
  });

describe('approvals', () => {
  it('stand in the order of their days, with who approved them', () => {
    expect(of([waiver]).history.map(({ day, kind, isPast }) => [day, kind, isPast])).toEqual([
      ['2026-01-01', 'transfer begins', true],
      ['2026-11-02', 'waiver approved', true],
      ['2026-11-20', 'waiver to be reviewed', true],
      ['2026-11-27', 'waiver ends', false],
      ['2027-12-31', 'transfer ends', false],
    ]);
    expect(of([waiver]).history[1]).toMatchObject({ approver: 'ditso@example.gov.hk', reference: 'SEC-1' });
  });

  it('say how many days are left, in the time zone of the profile', () => {
    expect(of([waiver]).waivers.map(({ daysLeft }) => daysLeft)).toEqual([1]);
  });

  it('leave out a last day that is none, and tell no register from an empty one', () => {
    const { waivers, history } = of([{ ...waiver, expires: 'never', state: 'expired' }]);
    expect(waivers[0]).not.toHaveProperty('daysLeft');
    expect(history.map(({ day }) => day)).not.toContain('never');
    expect([of(undefined).hasRegister, of([]).hasRegister]).toEqual([false, true]);
  });

  it('tell how the registers came to be what they are, and what is not known of that', () => {
    const basis = { profile: profileById('hk-s17'), now: new Date('2026-11-25T20:00:00Z') };
    const change = { waiver, keys: [], reference: 'commit 1a2b3c4d by Wong' } as const;
    const { history, gaps } = approvalsReview({} as GateResult, {
      ...basis,
      history: {
        changes: [
          // The 3rd in Hong Kong.
          { ...change, kind: 'entered', at: new Date('2026-11-02T16:30:00Z') },
          { ...change, kind: 'changed', keys: ['expires'], reference: 'not committed' },
        ],
        gaps: ['the clone is shallow'],
      },
    });
    expect(history.map(({ day, kind, text, reference }) => [day, kind, text, reference])).toEqual([
      ['2026-11-03', 'waiver entered', waiver.reason, 'commit 1a2b3c4d by Wong'],
      ['2026-11-26', 'waiver changed', `expires: ${waiver.reason}`, 'not committed'],
    ]);
    expect(gaps).toEqual(['the clone is shallow']);
  });
});
