import { allocateAddresses, AllocationError, type AllocatedAddresses } from '../../config';
import { CannotError, EXIT } from '../exit';
import type { Session } from '../io';
import { readText } from '../read-text';
import { writeTo } from '../write-result';

export interface AllocateFlags {
  readonly config: string;
  readonly dryRun?: true;
}

/** Enters free blocks where the config wants some; returns the exit status. */
export function runAllocate({ config: file, dryRun }: AllocateFlags, session: Session): number {
  const result = allocated(readText(file), file);
  if (result instanceof AllocationError) {
    session.stdout.write(`${result.message}\n`);
    return EXIT.fail;
  }
  if (!dryRun && result.given.length > 0) writeTo(file, result.text);
  session.stdout.write(textOf(result, file, dryRun ?? false));
  return EXIT.pass;
}

/** @throws CannotError when the config cannot be parsed. */
function allocated(content: string, file: string): AllocatedAddresses | AllocationError {
  try {
    return allocateAddresses(content, file);
  } catch (error) {
    if (!(error instanceof AllocationError)) throw error;
    if (!error.wasRead) throw new CannotError(error.message, error);
    return error;
  }
}

function textOf({ given }: AllocatedAddresses, file: string, isDry: boolean): string {
  if (given.length === 0) return `${file}: nothing wants a block\n`;
  const lines = given.map(({ path, owner, blocks }) => `${path}: ${blocks.join(', ')} for ${owner}`);
  const end = isDry ? `nothing was written to ${file}` : `entered in ${file}; then: lionrock validate -c ${file}`;
  return `${[...lines, end].join('\n')}\n`;
}
