import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary directory for the tests of one file; removed after them. */
export interface Workspace {
  readonly directory: string;
  /** Writes a file and gives its path. */
  write(name: string, content: string | Buffer | object): string;
}

export function workspace(): Workspace {
  const directory = mkdtempSync(join(tmpdir(), 'lionrock-template-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return {
    directory,
    write: (name, content) => {
      const path = join(directory, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(
        path,
        typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2),
      );
      return path;
    },
  };
}
