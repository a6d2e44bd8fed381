import { STRINGS } from '../../strings';
import type { Section } from '../section';
import { FindingsView } from './findings-view';

export const findingsSection: Section = {
  id: 'findings',
  items: ['finding'],
  title: STRINGS.findings.title,
  badge: ({ glance: { summary } }, t) => {
    const count = summary.fail + summary.unknown;
    if (count === 0) return undefined;
    return { count, tone: summary.fail > 0 ? 'bad' : 'doubt', label: t(STRINGS.findings.title) };
  },
  View: FindingsView,
};
