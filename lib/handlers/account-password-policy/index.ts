import { IAM } from '@aws-sdk/client-iam';
import { customResource } from '../custom-resource';
import { responseWays } from '../response-ways';
import { passwordPolicy } from './password-policy';

/** The password policy of an account as a custom resource: what Lambda calls. */
export const handler = customResource(passwordPolicy(new IAM()), responseWays);
