import { networkGrowth, type GrowthLimit, type LoadedConfig } from '../../config';
import { counted } from '../../report/layout';
import { EXIT } from '../exit';
import type { Session } from '../io';

/** Says whether so many more departments fit into a network, and what runs out first; returns the exit status. */
export function tellGrowth({ config }: LoadedConfig, departments: number, { stdout }: Session): number {
  const { limits, departments: present } = networkGrowth(config, departments);
  const fit = limits.every(({ room }) => room >= departments);
  const answer = fit ? 'fit' : 'do not fit';
  stdout.write(`${counted(departments, 'more department')} beside ${present} ${answer}:\n`);
  for (const limit of limits) stdout.write(`  ${line(limit, departments)}\n`);
  return fit ? EXIT.pass : EXIT.fail;
}

function line({ what, used, limit, perDepartment, room, raised }: GrowthLimit, asked: number): string {
  const figures = `${what}: ${used} of ${limit}, ${perDepartment} a department`;
  return room >= asked ? `room for all   ${figures}` : `room for ${String(room).padEnd(5)} ${figures}; ${raised}`;
}
