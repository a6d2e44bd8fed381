import { Command, Option } from 'commander';
import type { Session } from '../io';
import type * as run from '../run/access-review';
import { withJudgingOptions } from './judging-options';

export function accessReviewCommand(session: Session): Command {
  const command = new Command('access-review')
    .summary('who has privileged access, to be checked every six months')
    .description(
      'List who has privileged access to the accounts of the config with systems of tier 2 and 3, from the templates, as a document to fill in and keep: Markdown, or JSON. It needs the config (-c). The exit status is 0 when everything could be read, 2 otherwise.',
    )
    .argument('[PATH...]', 'what to read (default: cdk.out)');
  return withJudgingOptions(command)
    .addOption(new Option('--tier <N>', 'lowest system tier to list').choices(['1', '2', '3']).default('2'))
    .addOption(new Option('--format <F>', 'form of the document').choices(['markdown', 'json']).default('markdown'))
    .option('-o, --output <FILE>', 'where to write it; - for standard output', '-')
    .option('--quiet', 'do not say where the document is')
    .action(async (paths: string[], flags: run.AccessReviewFlags) => {
      const { runAccessReview }: typeof run = require('../run/access-review');
      session.status = await runAccessReview(paths, flags, session);
    });
}
