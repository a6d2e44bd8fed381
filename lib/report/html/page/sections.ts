import { approvalsSection } from './approvals';
import { controlsSection } from './controls';
import { findingsSection } from './findings';
import { glanceSection } from './glance';
import { identitySection } from './identity';
import { keysSection } from './keys';
import { logsSection } from './logs';
import { networkSection } from './network';
import { residencySection } from './residency';
import type { Section } from './section';

/** The sections in the order in which they are read. */
export const SECTIONS: readonly Section[] = [
  glanceSection,
  networkSection,
  findingsSection,
  controlsSection,
  approvalsSection,
  residencySection,
  keysSection,
  logsSection,
  identitySection,
];
