import { InvalidArgumentError } from 'commander';

const FORMATS = ['text', 'json'] as const;

/** What to write, and where: a file, or standard output. */
export interface FormatTarget {
  readonly format: (typeof FORMATS)[number];
  readonly file?: string;
}

/** `json` or `json=result.json`; added to those given before. */
export function formatValue(text: string, before: readonly FormatTarget[] = []): readonly FormatTarget[] {
  const [, name, file] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
  const format = FORMATS.find((known) => known === name);
  if (!format) throw new InvalidArgumentError(`Expected ${FORMATS.join(' or ')}, alone or with =FILE.`);
  if (file === undefined && before.some((target) => target.file === undefined)) {
    throw new InvalidArgumentError(
      'Only one format can go to standard output: give the others a file, as in json=FILE.',
    );
  }
  return [...before, { format, ...(file === undefined ? {} : { file }) }];
}
