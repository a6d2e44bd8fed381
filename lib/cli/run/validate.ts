import { counted } from '../../report/layout';
import { EXIT } from '../exit';
import type { Session } from '../io';
import { loadConfigFile } from '../load-config';

/** Checks a config and says what is wrong with it; returns the exit status. */
export function runValidate(file: string, session: Session): number {
  const loaded = loadConfigFile(file, session.stdout, session);
  if (!loaded) return EXIT.fail;
  const { accounts, deploymentModel, profile } = loaded.config;
  session.stdout.write(
    `${file} is valid: ${counted(accounts.length, 'account')}, profile ${profile}, deployment model ${deploymentModel}\n`,
  );
  return EXIT.pass;
}
