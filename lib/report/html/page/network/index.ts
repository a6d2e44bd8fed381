import { STRINGS } from '../../strings';
import type { Section } from '../section';
import { NETWORK_ITEMS } from './chosen';
import { NetworkView } from './network-view';

export const networkSection: Section = {
  id: 'network',
  items: NETWORK_ITEMS,
  title: STRINGS.network.title,
  isShown: ({ networks }) => networks.length > 0,
  badge: ({ networks }, t) => {
    const arrows = networks.flatMap((network) => network.arrows);
    const count = arrows.filter(({ kind }) => kind === 'undeclared' || kind === 'unknown').length;
    if (count === 0) return undefined;
    const isBad = arrows.some(({ kind }) => kind === 'undeclared');
    return { count, tone: isBad ? 'bad' : 'doubt', label: t(STRINGS.network.showUndeclared) };
  },
  View: NetworkView,
};
