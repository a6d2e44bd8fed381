import { STRINGS } from '../../strings';
import type { Section } from '../section';
import { IdentityView } from './identity-view';

export const identitySection: Section = { id: 'identity', title: STRINGS.identity.title, View: IdentityView };
