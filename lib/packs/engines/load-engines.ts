import type { Engine } from '../../model';
import { isNagPack, PACK_NAMES, SCHEMA_PACK, type NagPackName } from '../names';
import { loadInstalled } from './installed';
import { nagCanary, NagEngine } from './nag';
import { PackError } from './pack-error';
import { isGuardPath, loadValidator, readGuardRules, ValidateEngine } from './validate';

/**
 * The engines behind the packs that were asked for; each has shown that it finds what is wrong in a template that is wrong on
 * purpose. Loads aws-cdk-lib where a pack needs it.
 * @param names Names of `PACK_NAMES`, `.guard` files, folders of such files.
 * @param folder Folder whose packages are loaded. @default this package's own
 * @throws PackError when a name is not known, a package is missing, rules cannot be used, or a pack is silent.
 */
export async function loadEngines(names: readonly string[], folder?: string): Promise<Engine[]> {
  const asked = [...new Set(names)];
  const nagPacks = asked.filter(isNagPack);
  const guardPaths = asked.filter((name) => !PACK_NAMES.includes(name));
  for (const name of guardPaths) if (!isGuardPath(name)) throw unknownPack(name);
  const guardRules = guardPaths.flatMap(readGuardRules);
  const schema = asked.includes(SCHEMA_PACK);
  return [
    ...(nagPacks.length > 0 ? [await nagEngine(nagPacks, folder)] : []),
    ...(schema || guardRules.length > 0 ? [new ValidateEngine(loadValidator(folder), { schema, guardRules })] : []),
  ];
}

async function nagEngine(names: readonly NagPackName[], folder: string | undefined): Promise<Engine> {
  const installed = loadInstalled(folder);
  for (const name of names) {
    if ((await nagCanary(name, installed)) === 0) throw silent(name);
  }
  return new NagEngine(names, installed);
}

function unknownPack(name: string): PackError {
  return new PackError(
    `unknown pack "${name}": expected ${PACK_NAMES.join(', ')}, a .guard file, or a folder of .guard files`,
  );
}

function silent(name: string): PackError {
  return new PackError(
    `pack ${name} is silent: it found nothing in a template that is wrong on purpose, so it would find nothing anywhere. Most likely cdk-nag has a copy of aws-cdk-lib of its own: "npm ls aws-cdk-lib" must show one copy; then "npm dedupe"`,
  );
}
