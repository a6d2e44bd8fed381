import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { waiverProblems } from '../../gate';
import type { Waiver } from '../../model';
import { CannotError, EXIT } from '../exit';
import type { Session } from '../io';
import { newWaiver, openRegister, withWaiver, writeRegister, type RegisterFlags, type WaiverFields } from '../waiver';

export interface WaiverAddFlags extends RegisterFlags, WaiverFields {
  readonly dryRun?: true;
}

/** Adds a waiver to the register; returns the exit status. */
export function runWaiverAdd(results: string | undefined, flags: WaiverAddFlags, session: Session): number {
  const register = openRegister(flags, session, true);
  if (!register) return EXIT.fail;
  const { file, text, waivers, terms } = register;
  const waiver = newWaiver(flags, results, waivers, terms.today);
  refuseTwice(waiver, waivers, file);
  const problems = waiverProblems(waiver, terms);
  if (problems.length > 0) {
    const texts = problems.map(({ message, expected, remedy }) => `${message}; expected ${expected}: ${remedy}`);
    throw new CannotError(`waiver ${waiver.id} was not added: ${texts.join('; ')}`);
  }
  const edited = withWaiver(text, file, waiver);
  if (!flags.dryRun) writeRegister(file, edited);
  const done = flags.dryRun ? 'would be added' : 'added';
  session.stdout.write(`${stringify([waiver], { lineWidth: 0 })}${done} to ${file}\n`);
  return EXIT.pass;
}

function refuseTwice(waiver: Waiver, waivers: readonly Waiver[], file: string): void {
  const same = waivers.find(
    ({ id, control, rule, scope }) =>
      id === waiver.id ||
      (control === waiver.control && rule === waiver.rule && isDeepStrictEqual(scope, waiver.scope)),
  );
  if (!same) return;
  if (same.id === waiver.id) throw new CannotError(`${file} holds a waiver ${same.id} already: give another --id`);
  throw new CannotError(
    `${file} holds the same exception already, as ${same.id}: have that one approved again, or remove it first`,
  );
}
