import { Route53Resolver } from '@aws-sdk/client-route53resolver';
import { customResource } from '../custom-resource';
import { responseWays } from '../response-ways';
import { managedList } from './managed-list';

/** Looks up lists of domains that AWS maintains as a custom resource: what Lambda calls. */
export const handler = customResource(managedList(new Route53Resolver()), responseWays);
