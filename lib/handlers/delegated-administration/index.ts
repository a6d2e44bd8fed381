import { customResource } from '../custom-resource';
import { responseWays } from '../response-ways';
import { delegation } from './delegation';
import { awsServices } from './services';

/** Delegates the administration of services as a custom resource: what Lambda calls. */
export const handler = customResource(delegation(awsServices()), responseWays);
