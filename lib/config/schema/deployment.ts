import { z } from 'zod';
import { slug } from './primitives';

/** How the landing zone is deployed. */
export const deploymentSchema = z
  .strictObject({
    account: slug
      .optional()
      .describe('Account from which it is deployed; any of the landing zone’s accounts when absent.')
      .meta({ examples: ['management'] }),
  })
  .prefault({})
  .describe('How the landing zone is deployed.');
