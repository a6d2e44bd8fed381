import {
  dayAt,
  type AccessEntry,
  type AccessReview,
  type PermissionSet,
  type PrivilegedPath,
  type Review,
} from '../../model';
import type { Registers } from '../../config';
import type { ReviewBasis } from './basis';

/** Months within which privileged access of crucial systems is checked again. Source: G3 7.2(b), Appendix C. */
const MONTHS = 6;

/**
 * Who has access to systems of a tier and above, account by account: the privileged roles that stand in the templates, and
 * the permission sets that groups get.
 * @param tier Lowest system tier that is listed.
 */
export function accessReview(
  { identity, findings }: Pick<Review, 'identity' | 'findings'>,
  registers: Registers,
  { profile, now }: Pick<ReviewBasis, 'profile' | 'now'>,
  tier: number,
): AccessReview {
  const made = dayAt(now, profile.timeZone);
  const read = new Set(findings.templates.map(({ account }) => account));
  return {
    landingZone: registers.landingZone,
    tier,
    made,
    next: monthsLater(made, MONTHS),
    accounts: registers.accounts
      .filter(({ systemTier }) => systemTier >= tier)
      .map(({ name, department, systemTier }) => ({
        account: name,
        ...(department === undefined ? {} : { department }),
        systemTier,
        isRead: read.has(name),
        access: [
          ...identity.paths.filter(({ account }) => account === name).map(roleEntry),
          ...identity.permissionSets.flatMap((set) => setEntry(set, name)),
        ],
      })),
  };
}

function roleEntry(path: PrivilegedPath): AccessEntry {
  const { name, privileges, trust, unread, bounded, sessionHours, template, logicalId } = path;
  return {
    kind: 'role',
    name,
    who: [...new Set(trust.flatMap(({ who }) => who))],
    may: [
      ...privileges.map(({ privilege, answer }) => (answer === 'yes' ? privilege : `${privilege}, perhaps`)),
      ...unread.map((policy) => `what ${policy} allows, which stands in no template`),
    ],
    limits: [
      ...new Set(trust.flatMap(({ when }) => when)),
      ...(sessionHours === undefined ? [] : [`sessions of ${sessionHours} h`]),
      ...(bounded ? ['a permissions boundary'] : []),
    ],
    template,
    logicalId,
  };
}

function setEntry(
  { name, session, policies, assignments, template, logicalId }: PermissionSet,
  account: string,
): AccessEntry[] {
  const who = assignments.filter((assignment) => assignment.account === account);
  if (who.length === 0) return [];
  return [
    {
      kind: 'permission set',
      name,
      who: who.map(({ kind, principal }) => `${kind.toLowerCase()} ${principal}`),
      may: policies,
      limits: session === undefined ? [] : [`sessions of ${session}`],
      template,
      logicalId,
    },
  ];
}

/** The same day some months later, or the last of a shorter month. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}
