import type { Rule } from '../rule';
import { analysisStaysHome } from './analysis-stays-home';
import { apiNotEdgeOptimised } from './api-not-edge-optimised';
import { artefactsStayHome } from './artefacts-stay-home';
import { backupsStayHome } from './backups-stay-home';
import { bucketDestinationKnown } from './bucket-destination-known';
import { bucketNoAcceleration } from './bucket-no-acceleration';
import { bucketReplicationDeclared } from './bucket-replication-declared';
import { dataStaysHome } from './data-stays-home';
import { edgeDeliveryDeclared } from './edge-delivery-declared';
import { eventsStayHome } from './events-stay-home';
import { externalEndpointDeclared } from './external-endpoint-declared';
import { imageNotPublic } from './image-not-public';
import { imageSharingLimited } from './image-sharing-limited';
import { keysStayHome } from './keys-stay-home';
import { kmsSingleRegion } from './kms-single-region';
import { logsStayHome } from './logs-stay-home';
import { modelInRegion } from './model-in-region';
import { namedRegionsAtHome } from './named-regions-at-home';
import { networkStaysHome } from './network-stays-home';
import { noGlobalDatabase } from './no-global-database';
import { regionalExceptionDeclared } from './regional-exception-declared';
import { shareWithinOrganisation } from './share-within-organisation';
import { stackInProfileRegion } from './stack-in-profile-region';
import { subnetInListedZone } from './subnet-in-listed-zone';
import { subscriptionEndpointListed } from './subscription-endpoint-listed';
import { wayOutDeclared } from './way-out-declared';

/** Rules of the family residency. */
export const residencyRules: readonly Rule[] = [
  analysisStaysHome,
  apiNotEdgeOptimised,
  artefactsStayHome,
  backupsStayHome,
  bucketDestinationKnown,
  bucketNoAcceleration,
  bucketReplicationDeclared,
  dataStaysHome,
  edgeDeliveryDeclared,
  eventsStayHome,
  externalEndpointDeclared,
  imageNotPublic,
  imageSharingLimited,
  keysStayHome,
  kmsSingleRegion,
  logsStayHome,
  modelInRegion,
  namedRegionsAtHome,
  networkStaysHome,
  noGlobalDatabase,
  regionalExceptionDeclared,
  shareWithinOrganisation,
  stackInProfileRegion,
  subnetInListedZone,
  subscriptionEndpointListed,
  wayOutDeclared,
];
