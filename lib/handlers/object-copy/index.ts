import { S3 } from '@aws-sdk/client-s3';
import { customResource } from '../custom-resource';
import { responseWays } from '../response-ways';
import { objectCopy } from './object-copy';

/** Copies an object from bucket to bucket as a custom resource: what Lambda calls. */
export const handler = customResource(objectCopy(new S3()), responseWays);
