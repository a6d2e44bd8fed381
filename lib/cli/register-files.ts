import { resolve } from 'node:path';
import type { Floor } from '../gate';
import { CannotError } from './exit';

/** Who names registers of waivers. */
interface Named {
  /** By `--waivers`. */
  readonly asked: readonly string[];
  readonly config: readonly string[];
  /** The policy in the config, if there is one. */
  readonly configFloor: Floor | undefined;
  /** Policies in files of their own. */
  readonly policies: readonly Floor[];
}

/**
 * The registers that count: all that are named, unless a policy says which do. A policy that names registers allows no
 * other; a policy in the config allows those of the config.
 * @throws CannotError when a register is named that a policy does not allow.
 */
export function registerFiles({ asked, config, configFloor, policies }: Named): readonly string[] {
  for (const { source, policy } of policies) {
    if (policy.waivers) allow(source, policy.waivers, [...config, ...asked]);
  }
  const ofPolicies = policies.flatMap(({ policy }) => policy.waivers ?? []);
  if (configFloor) allow(configFloor.source, [...config, ...ofPolicies], asked);
  const byPath = new Map([...config, ...asked, ...ofPolicies].map((file) => [resolve(file), file]));
  return [...byPath.values()];
}

function allow(source: string, allowed: readonly string[], named: readonly string[]): void {
  const paths = allowed.map((file) => resolve(file));
  const other = named.find((file) => !paths.includes(resolve(file)));
  if (other === undefined) return;
  const list = allowed.length === 0 ? 'none' : allowed.join(', ');
  throw new CannotError(`the register ${other} does not count by the policy ${source}, which allows ${list}`);
}
