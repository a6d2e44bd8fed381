import { STRINGS } from '../../strings';
import type { Section } from '../section';
import { KeysView } from './keys-view';

export const keysSection: Section = { id: 'keys', items: ['key'], title: STRINGS.keys.title, View: KeysView };
