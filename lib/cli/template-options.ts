import type { TemplateOptions } from '../template';
import { readParameters } from './parameters-file';

/** Flags that say what templates cannot say of themselves. */
export interface TemplateFlags {
  readonly region?: string;
  readonly account?: string;
  /** File with values of parameters. */
  readonly parameters?: string;
}

/** @throws CannotError when the file of parameters cannot be read. */
export function templateOptions({ region, account, parameters }: TemplateFlags): TemplateOptions {
  return {
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    ...(parameters === undefined ? {} : { parameters: readParameters(parameters) }),
  };
}
