import { STRINGS } from '../../strings';
import type { Section } from '../section';
import { ControlsView } from './controls-view';

export const controlsSection: Section = {
  id: 'controls',
  items: ['control'],
  title: STRINGS.controls.title,
  badge: ({ glance: { coverage } }, t) => {
    const count = coverage.applicable - coverage.evidenced;
    return count === 0 ? undefined : { count, tone: 'quiet', label: t(STRINGS.controls.gaps) };
  },
  View: ControlsView,
};
