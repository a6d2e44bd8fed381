import { STRINGS } from '../../strings';
import type { Section } from '../section';
import { GlanceView } from './glance-view';

export const glanceSection: Section = { id: 'glance', title: STRINGS.glance.title, View: GlanceView };
