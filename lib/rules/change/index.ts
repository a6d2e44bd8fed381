import type { Rule } from '../rule';
import { contractorNotInProduction } from './contractor-not-in-production';
import { driftDetected } from './drift-detected';
import { environmentsInOwnAccounts } from './environments-in-own-accounts';
import { productionDataStays } from './production-data-stays';
import { productionDeploymentApproved } from './production-deployment-approved';
import { stackTerminationProtected } from './stack-termination-protected';

/** Rules of the family change. */
export const changeRules: readonly Rule[] = [
  contractorNotInProduction,
  driftDetected,
  environmentsInOwnAccounts,
  productionDataStays,
  productionDeploymentApproved,
  stackTerminationProtected,
];
