import { findingStrings } from './findings';
import { glanceStrings } from './glance';
import { pageStrings } from './page';
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
  findings: findingStrings,
} as const;
