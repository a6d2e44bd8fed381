import { backupControls } from './backup';
import { changeControlControls } from './change-control';
import type { Control } from './control';
import { dataResidencyControls } from './data-residency';
import { detectionControls } from './detection';
import { governanceControls } from './governance';
import { identityControls } from './identity';
import { keyManagementControls } from './key-management';
import { loggingControls } from './logging';
import { networkZonesControls } from './network-zones';
import { workloadControls } from './workload';

export * from './control';
export { FRAMEWORK_NAMES } from './framework-names';

/** The catalogue, in the order of areas. */
export const CONTROLS: readonly Control[] = [
  ...governanceControls,
  ...networkZonesControls,
  ...dataResidencyControls,
  ...keyManagementControls,
  ...loggingControls,
  ...identityControls,
  ...detectionControls,
  ...backupControls,
  ...changeControlControls,
  ...workloadControls,
];

const BY_ID: ReadonlyMap<string, Control> = new Map(CONTROLS.map((control) => [control.id, control]));

/** The control of this id; undefined when the catalogue has none. */
export function controlById(id: string): Control | undefined {
  return BY_ID.get(id);
}
