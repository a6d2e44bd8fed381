import { STRINGS } from '../../strings';
import type { Section } from '../section';
import { ResidencyView } from './residency-view';

export const residencySection: Section = {
  id: 'residency',
  title: STRINGS.residency.title,
  badge: ({ residency: { paths } }, t) => {
    const open = paths.filter(({ status }) => status !== 'pass');
    if (open.length === 0) return undefined;
    const tone = open.some(({ status }) => status === 'fail') ? 'bad' : 'doubt';
    return { count: open.length, tone, label: t(STRINGS.residency.paths) };
  },
  View: ResidencyView,
};
