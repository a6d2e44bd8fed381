import { asText, Partial } from '../../template';
import { parseJsonText } from '../policy';
import { field, isTrue, judge } from '../check';
import type { Rule } from '../rule';

const logged = field('Logging.EnableLogging', isTrue);

/** Off unless TaskSettings, a JSON text, asks for it. */
export const replicationTaskLogged: Rule = {
  id: 'replication-task-logged',
  control: 'LOG-06',
  severity: 'medium',
  message: 'Nobody records what the replication task copies.',
  remediation: 'Set Logging.EnableLogging to true in ReplicationTaskSettings.',
  types: ['AWS::DMS::ReplicationTask'],
  scope: 'resource',
  evaluate: ({ properties }) => {
    const found = { path: 'ReplicationTaskSettings', value: properties['ReplicationTaskSettings'] };
    const { value } = found;
    const text = value instanceof Partial ? value : asText(value);
    const settings = text === undefined ? value : parseJsonText(text);
    return judge([{ ...found, value: settings }], logged).map((result) => ({
      ...result,
      observed: value ?? 'not set',
    }));
  },
};
