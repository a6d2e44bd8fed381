import { STRINGS } from '../../strings';
import type { Section } from '../section';
import { LogsView } from './logs-view';

export const logsSection: Section = { id: 'logs', title: STRINGS.logs.title, View: LogsView };
