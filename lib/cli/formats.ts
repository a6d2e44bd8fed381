import { InvalidArgumentError } from 'commander';

/** Formats of every document. */
const DOCUMENT_FORMATS = ['text', 'json'] as const;

/** Formats of a result of the gate. */
export const RESULT_FORMATS = [...DOCUMENT_FORMATS, 'sarif', 'junit', 'markdown', 'oscal', 'csv', 'html'] as const;

/** Formats of a change. */
const CHANGE_FORMATS = [...DOCUMENT_FORMATS, 'markdown', 'html'] as const;

export type ChangeFormat = (typeof CHANGE_FORMATS)[number];
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** What to write, and where: a file, or standard output. */
export interface FormatTarget<F extends string = DocumentFormat> {
  readonly format: F;
  readonly file?: string;
}

/** `json` or `json=result.json`; added to those given before. */
export const formatValue = parser(DOCUMENT_FORMATS);

/** The same for a change: `markdown=comment.md`. */
export const changeFormatValue = parser(CHANGE_FORMATS);

/** The same for a result of the gate: `sarif=lionrock.sarif`. */
export const resultFormatValue = parser(RESULT_FORMATS);

type Targets<F extends string> = readonly FormatTarget<F>[];

function parser<F extends string>(formats: readonly F[]): (text: string, before?: Targets<F>) => Targets<F> {
  return (text, before = []) => {
    const [, name, file] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
    const format = formats.find((known) => known === name);
    if (!format) throw new InvalidArgumentError(`Expected ${listed(formats)}, alone or with =FILE.`);
    if (file === undefined && before.some((target) => target.file === undefined)) {
      throw new InvalidArgumentError(
        'Only one format can go to standard output: give the others a file, as in json=FILE.',
      );
    }
    const taken = before.find((target) => target.file !== undefined && target.file === file);
    if (taken)
      throw new InvalidArgumentError(`${file} holds ${taken.format} already: give each format a file of its own.`);
    return [...before, { format, ...(file === undefined ? {} : { file }) }];
  };
}

function listed(formats: readonly string[]): string {
  return `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}`;
}
