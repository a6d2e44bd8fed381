import { spawnSync } from 'node:child_process';
import { SCRIPT } from './driver';

/** Why this machine cannot hold the test; undefined when it can. */
export function unable(): string | undefined {
  if (process.platform !== 'linux') return `it needs Linux, found ${process.platform}`;
  if (process.getuid?.() !== 0) return 'it needs root, to make network namespaces';
  const trial = spawnSync('python3', ['-B', SCRIPT, '--check'], { encoding: 'utf8' });
  if (trial.error) return `it needs python3: ${trial.error.message}`;
  if (trial.status === 0) return undefined;
  const [last = 'no reason given'] = trial.stderr.trim().split('\n').slice(-1);
  return `network namespaces with nftables (libnftables.so.1) do not work here: ${last}`;
}
