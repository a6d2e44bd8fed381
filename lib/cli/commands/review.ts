import { Command, Option } from 'commander';
import type { Session } from '../io';
import type * as run from '../run/review';
import { withJudgingOptions } from './judging-options';

/** Where the page is written when nothing else is asked for. */
const FILE = 'lionrock-review.html';

export function reviewCommand(session: Session): Command {
  const command = new Command('review')
    .summary('the review page for a security team')
    .description(
      'Judge as the gate does, and write one HTML file for the people who decide: verdict and what to do, findings, controls with their evidence, waivers, keys, logs, identity, what can leave. It needs no network and no server. The exit status is that of the verdict.',
    )
    .argument('[PATH...]', 'what to review (default: cdk.out)')
    .option('-o, --output <FILE>', 'where to write the page; - for standard output', FILE)
    .addOption(
      new Option('--lang <LANGUAGE>', 'language in which the page opens; readers can change it')
        .choices(['en', 'zh-Hant'])
        .default('en'),
    );
  return withJudgingOptions(command)
    .option('--quiet', 'do not say where the page is and what the verdict is')
    .action(async (paths: string[], flags: run.ReviewFlags) => {
      const { runReview }: typeof run = require('../run/review');
      session.status = await runReview(paths, flags, session);
    });
}
