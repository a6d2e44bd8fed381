import { STRINGS } from '../../strings';
import type { Section } from '../section';
import { ApprovalsView } from './approvals-view';

export const approvalsSection: Section = {
  id: 'approvals',
  items: ['waiver'],
  title: STRINGS.approvals.title,
  badge: ({ approvals: { waivers } }, t) => {
    if (waivers.length === 0) return undefined;
    const isOver = waivers.some(({ state }) => state !== 'live');
    return { count: waivers.length, tone: isOver ? 'doubt' : 'quiet', label: t(STRINGS.approvals.waivers) };
  },
  View: ApprovalsView,
};
