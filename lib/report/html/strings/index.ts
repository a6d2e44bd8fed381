import { approvalStrings, historyStrings, waiverStateStrings } from './approvals';
import { controlStrings, pointStrings } from './controls';
import { findingStrings } from './findings';
import { glanceStrings } from './glance';
import { identityStrings, privilegeStrings } from './identity';
import { keyStrings, originStrings, powerStrings } from './keys';
import { logStrings } from './logs';
import {
  arrowShortStrings,
  arrowStrings,
  gatewayStrings,
  inspectedShortStrings,
  inspectedStrings,
  networkStrings,
  standingStrings,
} from './network';
import { pageStrings } from './page';
import { residencyStrings } from './residency';
import { severityStrings, statusStrings, verdictStrings } from './words';

export { isLanguage, LANGUAGES, type Language } from './language';
export { format, type Text, type Translate } from './text';

/** Every text of the page, in every language: one file for each section, so that a translator sees what belongs together. */
export const STRINGS = {
  page: pageStrings,
  verdict: verdictStrings,
  severity: severityStrings,
  status: statusStrings,
  glance: glanceStrings,
  network: networkStrings,
  arrow: arrowStrings,
  arrowShort: arrowShortStrings,
  inspected: inspectedStrings,
  inspectedShort: inspectedShortStrings,
  standing: standingStrings,
  gateway: gatewayStrings,
  findings: findingStrings,
  controls: controlStrings,
  point: pointStrings,
  approvals: approvalStrings,
  history: historyStrings,
  waiverState: waiverStateStrings,
  residency: residencyStrings,
  keys: keyStrings,
  origin: originStrings,
  power: powerStrings,
  logs: logStrings,
  identity: identityStrings,
  privilege: privilegeStrings,
} as const;
