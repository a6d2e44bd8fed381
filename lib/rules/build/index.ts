import type { Rule } from '../rule';
import { buildArtefactsEncrypted } from './build-artefacts-encrypted';
import { buildCustomerKey } from './build-customer-key';
import { buildLogged } from './build-logged';
import { buildNotPrivileged } from './build-not-privileged';
import { buildReportEncrypted } from './build-report-encrypted';
import { buildSourceTls } from './build-source-tls';

/** Rules of the family build. */
export const buildRules: readonly Rule[] = [
  buildArtefactsEncrypted,
  buildCustomerKey,
  buildLogged,
  buildNotPrivileged,
  buildReportEncrypted,
  buildSourceTls,
];
