import type { JudgedWaiver } from '../../model';
import { startOfDay } from './day';
import type { OscalInput } from './input';
import type { Risk } from './model';
import { partyUuid } from './parties';
import { markup, paragraphs } from './text';
import { uuidOf } from './uuid';

/** What a waiver of the register adds to a risk: what limits it, and who approved when that it stays. */
export function deviationOf(
  input: OscalInput,
  risk: string,
  { id, reason, compensatingControl, riskOwner, approver, ticket, issued }: JudgedWaiver,
): Pick<Risk, 'mitigating-factors' | 'risk-log'> {
  return {
    'mitigating-factors': [{ uuid: uuidOf('mitigation', risk, id), description: markup(compensatingControl) }],
    'risk-log': {
      entries: [
        {
          uuid: uuidOf('approval', risk, id),
          title: markup(`Waiver ${id} approved (${ticket})`),
          description: paragraphs(reason),
          // The gate reads no register with an approval on a day that is none.
          start: startOfDay(issued, input.timeZone) ?? input.now.toISOString(),
          'logged-by': [
            { 'party-uuid': partyUuid(input, approver), 'role-id': 'approver' },
            { 'party-uuid': partyUuid(input, riskOwner), 'role-id': 'risk-owner' },
          ],
          'status-change': 'deviation-approved',
        },
      ],
    },
  };
}
