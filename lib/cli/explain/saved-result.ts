import { readFileSync } from 'node:fs';
import { errorText, type Result } from '../../model';
import { resultSchema } from '../../report';
import { CannotError } from '../exit';

/**
 * A result that `gate --format json` wrote.
 * @throws CannotError when the file cannot be read or holds something else.
 */
export function readResult(path: string): Result {
  const parsed = resultSchema.safeParse(contentOf(path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue ? `${issue.path.join('.')}: ${issue.message}` : '';
  throw new CannotError(`${path} is not a result of "lionrock gate --format json": ${where}`);
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CannotError(`${path}: ${errorText(error)}`);
  }
}
