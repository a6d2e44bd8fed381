import { CannotError } from '../exit';
import { loadDeploy } from '../load-deploy';

/**
 * What the deploy layer cannot do is told in one message.
 * @throws CannotError
 */
export function orCannot<T>(make: () => T): T {
  const { AssemblyError, DraftError, StateError } = loadDeploy();
  try {
    return make();
  } catch (error) {
    const isTold = [AssemblyError, DraftError, StateError].some((kind) => error instanceof kind);
    throw isTold && error instanceof Error ? new CannotError(error.message, error) : error;
  }
}
