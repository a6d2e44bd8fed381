import { at, either, field, isNotTrue, judge, present } from '../check';
import type { Rule } from '../rule';

const keyed = either(field('Enabled', isNotTrue), field('Destination.S3Bucket.KmsKeyArn', present));

/** Recordings only: text goes to a log group, which has a rule of its own. */
export const botConversationsEncrypted: Rule = {
  id: 'bot-conversations-encrypted',
  control: 'LOG-04',
  message: 'Recordings of conversations are encrypted with a key that nobody here controls.',
  remediation: 'Name a KmsKeyArn in the S3 destination of AudioLogSettings.',
  types: ['AWS::Lex::Bot', 'AWS::Lex::BotAlias'],
  scope: 'resource',
  evaluate: (resource) => {
    const root =
      resource.type === 'AWS::Lex::Bot' ? 'TestBotAliasSettings.ConversationLogSettings' : 'ConversationLogSettings';
    const audio = at(resource.properties, `${root}.AudioLogSettings[]`);
    return judge(audio, keyed);
  },
};
