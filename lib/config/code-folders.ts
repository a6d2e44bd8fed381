import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProblemDraft } from './problem';
import type { LandingZoneConfig } from './schema';

const EXTENSIONS = ['.mjs', '.js', '.cjs'];

/**
 * The folders with the code of functions exist, and hold the file that the handler names.
 * @param folder Folder of the config, to which they are relative.
 */
export function codeFolderProblems(config: LandingZoneConfig, folder: string): readonly ProblemDraft[] {
  return config.accounts.flatMap((account, index) =>
    account.workloads.flatMap((workload, at): readonly ProblemDraft[] => {
      if (workload.type !== 'function') return [];
      const path = ['accounts', index, 'workloads', at];
      const code = resolve(folder, workload.code);
      if (!isKind(code, 'folder')) {
        const message = `the code of function "${workload.name}" is not there: ${workload.code} is no folder`;
        const expected = 'a folder, by a path relative to the folder of the config';
        return [{ path: [...path, 'code'], message, expected, remedy: 'correct the path, or write the code' }];
      }
      const [file = ''] = workload.handler.split('.');
      if (EXTENSIONS.some((extension) => isKind(join(code, `${file}${extension}`), 'file'))) return [];
      const message = `the handler ${workload.handler} of function "${workload.name}" is not there: ${workload.code} has no ${file}.mjs`;
      const expected = `a file ${file}${EXTENSIONS.join(` or ${file}`)} in the folder`;
      return [
        {
          path: [...path, 'handler'],
          message,
          expected,
          remedy: 'correct the handler, or write the file',
          dependsOn: [[...path, 'code']],
        },
      ];
    }),
  );
}

function isKind(path: string, kind: 'file' | 'folder'): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return kind === 'file' ? (stats?.isFile() ?? false) : (stats?.isDirectory() ?? false);
}
