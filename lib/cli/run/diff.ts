import { relative, sep } from 'node:path';
import { judgedBy, securityChange, type Comparison, type DiffFailOn } from '../../gate/change';
import { changeHtml, changeJson, changeMarkdown, changeText } from '../../report';
import { CannotError, EXIT } from '../exit';
import type { ChangeFormat, FormatTarget } from '../formats';
import { basisOf, type BasisFlags } from '../gate-basis';
import type { Session } from '../io';
import { refuseOverwrite, refuseWithin } from '../refuse-overwrite';
import { loadPacks } from '../load-packs';
import { Progress } from '../progress';
import { templateOptions, type TemplateFlags } from '../template-options';
import { targetsOf, writeDocument } from '../write-result';

export interface DiffFlags extends TemplateFlags, Omit<BasisFlags, 'failOn' | 'maxUnknown' | 'inline'> {
  readonly estate?: true;
  readonly failOn?: readonly DiffFailOn[];
  /** Revision of git in which the earlier state is. */
  readonly git?: string;
  readonly format?: readonly FormatTarget<ChangeFormat>[];
  readonly quiet?: true;
}

/** Compares two states and tells what changed; returns the exit status. */
export async function runDiff(
  first: string,
  second: string | undefined,
  flags: DiffFlags,
  session: Session,
): Promise<number> {
  const { before, after } = statesOf(first, second, flags.git);
  // A policy forbids to judge less than this; what fails the comparison is another question.
  const basis = basisOf({ ...flags, failOn: 'all', maxUnknown: 0, inline: 'strict' }, session);
  if (!basis) return EXIT.fail;
  const { packs, read, ...by } = basis;
  const { format = [], quiet = false, failOn, estate = false } = flags;
  const written = format.map(({ file }) => file);
  refuseOverwrite(written, [before, after, flags.parameters, ...read]);
  refuseWithin(written, [before, after]);
  const engines = await loadPacks(packs, new Progress(session, quiet));
  const comparison = await securityChange({ ...by, engines, before, after, template: templateOptions(flags), estate });
  const { change } = comparison;
  const write = {
    json: () => changeJson(change),
    markdown: () => changeMarkdown(change),
    html: () => changeHtml(change),
    text: (color: boolean) => changeText(change, { color }),
  };
  writeDocument(write, targetsOf(format, quiet), session);
  if (change.errors.length > 0) {
    if (quiet) for (const { path, message } of change.errors) session.stderr.write(`lionrock: ${path}: ${message}\n`);
    return EXIT.undecided;
  }
  return failOn === undefined ? EXIT.pass : statusOf(comparison, failOn);
}

/**
 * The two states that the arguments name.
 * @throws CannotError when one is missing, or there is one too many.
 */
function statesOf(first: string, second: string | undefined, git: string | undefined) {
  if (git === undefined) {
    if (second !== undefined) return { before: first, after: second };
    throw new CannotError('expected BEFORE and AFTER, or --git REV and one path: what is to be compared with what?');
  }
  if (second === undefined) {
    const path = relative('.', first).split(sep).join('/');
    return { before: `${git}:${path.startsWith('.') ? path : `./${path}`}`, after: first };
  }
  throw new CannotError(`--git ${git} stands in place of BEFORE: give one path alone, or write ${git}:PATH`);
}

/** Whether the change is one that shall fail; what is not known is no pass either. */
function statusOf(comparison: Comparison, policies: readonly DiffFailOn[]): number {
  const verdicts = policies.map((policy) => judgedBy(comparison, policy));
  if (verdicts.includes('fail')) return EXIT.fail;
  return verdicts.includes('unknown') ? EXIT.undecided : EXIT.pass;
}
