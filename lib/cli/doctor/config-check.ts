import { existsSync } from 'node:fs';
import { loadConfig, type LoadedConfig } from '../../config';
import type { Check } from '../../model';
import { counted } from '../../report/layout';
import { CONFIG_FILE } from '../config-file';
import type { Io } from '../io';

export interface ConfigCheck {
  readonly check: Check;
  /** Present when it is valid. */
  readonly loaded?: LoadedConfig;
}

/** Whether the config is there and valid. Having none is no fault: there are plain CDK apps too. */
export function checkConfig(asked: string | undefined, env: Io['env']): ConfigCheck {
  const file = asked ?? CONFIG_FILE;
  const base = { id: 'config', what: 'config', expected: `${file}, valid` };
  if (asked === undefined && !existsSync(file)) {
    const remedy = '"lionrock init" writes one; --config FILE names one that stands elsewhere';
    return { check: { ...base, state: 'note', found: `no ${file} in this folder`, remedy } };
  }
  const result = loadConfig(file, { environment: env });
  if (result.kind === 'loaded') {
    return {
      check: { ...base, state: 'ok', found: counted(result.config.accounts.length, 'account') },
      loaded: result,
    };
  }
  if (result.kind === 'unreadable') {
    return { check: { ...base, state: 'unknown', found: result.message, remedy: 'make the file readable' } };
  }
  const remedy = `"lionrock validate -c ${file}" lists the problems`;
  return { check: { ...base, state: 'fail', found: counted(result.problems.length, 'problem'), remedy } };
}
