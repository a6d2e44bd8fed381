import { stateOf } from '../../gate';
import { counted } from '../../report/layout';
import { EXIT } from '../exit';
import type { Session } from '../io';
import { openRegister, unusedIn, withoutWaivers, writeRegister, type RegisterFlags } from '../waiver';

export interface WaiverPruneFlags extends RegisterFlags {
  readonly dryRun?: true;
}

/**
 * Removes from a register what has expired and, by a saved result, what matches nothing; returns the exit status.
 * @param results A saved result, which says what matched nothing.
 */
export function runWaiverPrune(results: string | undefined, flags: WaiverPruneFlags, session: Session): number {
  const register = openRegister(flags, session);
  if (!register) return EXIT.fail;
  const unused = results === undefined ? new Set<string>() : unusedIn(results);
  const { file, text = '', waivers, terms } = register;
  const gone = waivers.flatMap((waiver) => {
    const { id, expires, rule, control, ticket } = waiver;
    const isOver = stateOf(waiver, terms.today) === 'expired';
    const why = [...(isOver ? [`expired (${expires})`] : []), ...(unused.has(id) ? ['unused'] : [])].join(', ');
    return why === '' ? [] : [{ id, line: `${id}  ${rule ?? control ?? ''}  ${why}, ${ticket}` }];
  });
  const edited = gone.length === 0 ? text : withoutWaivers(text, file, new Set(gone.map(({ id }) => id)));
  if (gone.length > 0 && !flags.dryRun) writeRegister(file, edited);
  const done = flags.dryRun ? 'would be removed' : 'removed';
  const sum = `${counted(gone.length, 'waiver')} of ${waivers.length} ${done} from ${file}`;
  session.stdout.write(`${[...gone.map(({ line }) => line), sum].join('\n')}\n`);
  return EXIT.pass;
}
