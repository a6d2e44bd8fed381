import { CONTROLS, type Control } from '../../controls';
import type { Registers } from '../../config';

/**
 * The controls that apply: to a classification that some account holds, and from a system tier on that some account has.
 * Without registers nothing is known of either, and all apply.
 */
export function applicableControls(registers: Registers | undefined): readonly Control[] {
  if (!registers) return CONTROLS;
  const held = new Set(registers.accounts.map(({ classification }) => classification));
  const tier = Math.max(1, ...registers.accounts.map(({ systemTier }) => systemTier));
  return CONTROLS.filter(
    ({ classifications, systemTier }) => systemTier <= tier && classifications.some((level) => held.has(level)),
  );
}
