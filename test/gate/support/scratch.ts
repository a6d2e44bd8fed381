import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for the tests of a file, taken away afterwards. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'lionrock-scratch-'));

  /** Writes a file, JSON unless the content is text, and returns its path. */
  write(name: string, content: object | string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
    return path;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  clean(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
