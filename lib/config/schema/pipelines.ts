import { z } from 'zod';
import { ENVIRONMENT_TIERS } from '../../model';
import { slug } from './primitives';

const branch = z
  .string()
  .regex(/^[\w./-]+$/, 'expected a branch without wildcards')
  .describe('Branch from which deployments come.')
  .meta({ examples: ['main'] });

const common = {
  name: slug
    .describe('Ends the name of the role, which begins with that of the landing zone and `deploy`.')
    .meta({ examples: ['portal'] }),
  branch,
  accounts: z
    .array(slug.meta({ examples: ['e-services-prod'] }))
    .min(1)
    .describe('Accounts into which the pipeline deploys.'),
};

const gitHub = z
  .strictObject({
    ...common,
    type: z.literal('github').describe('Where the pipeline runs.'),
    repository: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/repository')
      .describe('`owner/repository`.')
      .meta({ examples: ['e-services/portal'] }),
    environment: z
      .string()
      .regex(/^[\w./-]+$/, 'expected the name of an environment without wildcards or spaces')
      .describe('Environment of the deploying job; its protection rules are GitHub’s.')
      .meta({ examples: ['production'] }),
  })
  .describe('A repository on github.com.');

const gitLab = z
  .strictObject({
    ...common,
    type: z.literal('gitlab').describe('Where the pipeline runs.'),
    project: z
      .string()
      .regex(/^[\w.-]+(\/[\w.-]+)+$/, 'expected group/project')
      .describe('`group/project`; its tokens must tell tier and protection (constructs/identity).')
      .meta({ examples: ['open-data/catalogue'] }),
    environmentTier: z
      .enum(ENVIRONMENT_TIERS)
      .default('production')
      .describe('Tier of the deploying job’s environment, which must be protected.'),
  })
  .describe('A project on gitlab.com.');

/** Pipelines that may deploy, by short-lived tokens. */
export const pipelinesSchema = z
  .array(z.discriminatedUnion('type', [gitHub, gitLab]))
  .default([])
  .describe('Pipelines that deploy with short-lived tokens, each bound to repository, branch and environment.');
