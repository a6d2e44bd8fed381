import { dayAt, type ResidencyProof } from '../../model';
import { residencyOf } from '../../proofs/residency';
import { residencyJson, residencyText } from '../../report';
import { readUnit } from '../../template';
import { authorityOf, type AuthorityFlags } from '../authority';
import { CannotError, EXIT } from '../exit';
import type { FormatTarget } from '../formats';
import { unitFiles } from '../input-sums';
import type { Session } from '../io';
import { refuseOverwrite } from '../refuse-overwrite';
import { templateOptions, type TemplateFlags } from '../template-options';
import { timeOf } from '../time-of';
import { targetsOf, writeDocument } from '../write-result';
import { provedPaths } from './prove-each';

export interface ResidencyFlags extends TemplateFlags, AuthorityFlags {
  readonly format?: readonly FormatTarget[];
  readonly now?: Date;
  readonly quiet?: true;
}

/** Says what can leave the jurisdiction by the templates of each path; returns the exit status. */
export function runProveResidency(paths: readonly string[], flags: ResidencyFlags, session: Session): number {
  const authority = authorityOf(flags, session);
  if (!authority) return EXIT.fail;
  const { profile, registers } = authority;
  const template = templateOptions(flags);
  const units = provedPaths(paths).map((path) => readUnit(path, template));
  refuseOverwrite(
    (flags.format ?? []).map(({ file }) => file),
    units.flatMap((unit) => [unit.path, ...unitFiles(unit)]),
  );
  const errors = units.flatMap((unit) => unit.errors);
  for (const { path, message } of errors) session.stderr.write(`lionrock: ${path}: ${message}\n`);
  const empty = units.filter(({ graph }) => graph.templates.every(({ resources }) => resources.length === 0));
  if (empty.length === units.length) {
    throw new CannotError(
      `${empty.map(({ path }) => path).join(', ')}: there is no resource from which anything could leave`,
    );
  }
  for (const { path } of empty) session.stderr.write(`lionrock: ${path}: there is no resource\n`);
  const proof = residencyOf(
    units.map(({ graph }) => graph),
    {
      profile,
      today: dayAt(timeOf(flags.now, session), profile.timeZone),
      ...(registers ? { register: registers.transfers, accounts: registers.accounts.map(({ name }) => name) } : {}),
    },
  );
  const write = { json: () => residencyJson(proof), text: (color: boolean) => residencyText(proof, { color }) };
  writeDocument(write, targetsOf(flags.format ?? [], flags.quiet ?? false), session);
  return statusOf(proof, errors.length + empty.length > 0);
}

/** A way out that no transfer covers fails, and so does a transfer with which something is wrong. */
function statusOf({ paths, transfers }: ResidencyProof, isPartial: boolean): number {
  const fails = paths.some(({ status }) => status === 'fail') || transfers.some(({ problems }) => problems.length > 0);
  if (fails) return EXIT.fail;
  return isPartial || paths.some(({ status }) => status === 'unknown') ? EXIT.undecided : EXIT.pass;
}
