import type { Engine } from '../model';
import type * as engines from '../packs/engines';
import { CannotError } from './exit';
import type { Progress } from './progress';

/**
 * The engines behind `--pack`. Nothing of the CDK is loaded when none is asked for.
 * @throws CannotError when a pack is not known, not installed, or silent.
 */
export async function loadPacks(names: readonly string[], progress: Progress): Promise<readonly Engine[]> {
  if (names.length === 0) return [];
  progress.show(`gate: loading ${names.join(', ')}`);
  const { loadEngines, PackError }: typeof engines = require('../packs/engines');
  try {
    return await loadEngines(names);
  } catch (error) {
    throw error instanceof PackError ? new CannotError(error.message, error) : error;
  }
}
