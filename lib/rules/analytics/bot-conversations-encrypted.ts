import { type Graph, type Resource } from '../../template';
import {
  allOf,
  at,
  either,
  fail,
  field,
  get,
  isNotTrue,
  judge,
  NOT_APPLICABLE,
  pass,
  present,
  referred,
  unknown,
  type Found,
} from '../check';
import type { Rule, RuleResult } from '../rule';

const keyed = either(field('Enabled', isNotTrue), field('Destination.S3Bucket.KmsKeyArn', present));

const settingsOf = ({ type }: Resource): string =>
  type === 'AWS::Lex::Bot' ? 'TestBotAliasSettings.ConversationLogSettings' : 'ConversationLogSettings';

const recordings: Rule['evaluate'] = (resource) =>
  judge(at(resource.properties, `${settingsOf(resource)}.AudioLogSettings[]`), keyed);

const texts: Rule['evaluate'] = (resource, { graph }) =>
  at(resource.properties, `${settingsOf(resource)}.TextLogSettings[]`).map((found) => ofText(found, graph));

/**
 * Recordings name their key themselves. Text is encrypted by the log group that it goes to, which is looked into where it
 * stands in the unit.
 */
export const botConversationsEncrypted: Rule = {
  id: 'bot-conversations-encrypted',
  control: 'LOG-04',
  message: 'Conversations are recorded under a key that nobody here controls.',
  remediation:
    'Name a KmsKeyArn in the S3 destination of AudioLogSettings, and a log group with a KmsKeyId in TextLogSettings.',
  types: ['AWS::Lex::Bot', 'AWS::Lex::BotAlias'],
  scope: 'resource',
  evaluate: allOf(recordings, texts),
};

function ofText(found: Found, graph: Graph): RuleResult {
  const isOff = isNotTrue.test(get(found.value, 'Enabled'));
  const pointer = get(found.value, 'Destination.CloudWatch.CloudWatchLogGroupArn');
  const group = referred(pointer, graph);
  if (isOff === true || !group) return NOT_APPLICABLE;
  const expected = 'a log group with a KmsKeyId';
  const holds = present.test(group.properties['KmsKeyId']);
  if (holds === true) return pass(found, expected);
  if (holds === false && isOff === false) return fail(found, expected);
  return { ...unknown(found, expected), because: 'whether the text is logged, or by which key, is not known' };
}
