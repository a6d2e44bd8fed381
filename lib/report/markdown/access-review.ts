import type { AccessEntry, AccessReview, AccountAccess } from '../../model';
import { code, plain } from './escape';

const HEAD = ['Access', 'Who may take it', 'What it can do', 'Limits', 'Where it stands', 'Keep?', 'Checked by, on'];

/**
 * The access review as a document that is filled in and kept: a table for each account, the last two columns for whoever
 * checks.
 */
export function accessReviewMarkdown({ landingZone, tier, made, next, accounts }: AccessReview): string {
  const from = tier === 1 ? 'all systems' : `systems of tier ${tier}${tier < 3 ? ' and above' : ''}`;
  return [
    `# Privileged access to ${from}: ${plain(landingZone)}`,
    '',
    `Listed on ${made} from the templates; the next list is due by ${next}. Privileged access to systems of tier 2 and 3 is checked`,
    'by somebody independent at least every six months (S17 11.2.4; G3 7.2(b), Appendix C).',
    '',
    'Not listed, because no template holds it: who is in a group of the identity store, the roles of the CDK bootstrap, and what was',
    'made by hand. `aws identitystore list-group-memberships` and the analyzers of unused access show the rest.',
    '',
    ...(accounts.length === 0 ? [`The config has no account with ${from}.`, ''] : accounts.flatMap(section)),
    'Decided by (name, post, signature, date):',
    '',
  ].join('\n');
}

function section({ account, department, systemTier, isRead, access }: AccountAccess): readonly string[] {
  const owner = department === undefined ? '' : `, ${plain(department)}`;
  const head = [`## ${plain(account)} (tier ${systemTier}${owner})`, ''];
  if (!isRead) return [...head, '**No template of this account was read: nothing is known of it.**', ''];
  if (access.length === 0) return [...head, 'Nobody: the templates give no privileged access.', ''];
  return [...head, row(HEAD), row(HEAD.map(() => '---')), ...access.map((entry) => row(cells(entry))), ''];
}

function cells({ kind, name, who, may, limits, template, logicalId }: AccessEntry): readonly string[] {
  return [`${kind} ${code(name)}`, list(who), list(may), list(limits), code(`${template}#${logicalId}`), '', ''];
}

const list = (texts: readonly string[]): string => texts.map(plain).join('<br>') || '—';

const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
