import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { errorText } from '../../model';
import { leadsOut } from '../../template';
import type { PlannedStack } from './planned-stack';

/** A folder is no cloud assembly that can be deployed; the message says why, and what to do. */
export class AssemblyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AssemblyError';
  }
}

/** File by which a folder is known for the state of the deployed accounts, which nobody deploys. */
export const DEPLOYED_MARK = '.lionrock-deployed';

const bootstrapFields = {
  requiresBootstrapStackVersion: z.number().optional(),
  bootstrapStackVersionSsmParameter: z.string().optional(),
};

const stackSchema = z.object({
  type: z.literal('aws:cloudformation:stack'),
  environment: z.string(),
  displayName: z.string().optional(),
  dependencies: z.array(z.string()).default([]),
  properties: z.object({
    templateFile: z.string(),
    stackName: z.string().optional(),
    assumeRoleArn: z.string().optional(),
    stackTemplateAssetObjectUrl: z.string().optional(),
    lookupRole: z.object({ arn: z.string() }).optional(),
    ...bootstrapFields,
  }),
});

const nestedSchema = z.object({
  type: z.literal('cdk:cloud-assembly'),
  properties: z.object({ directoryName: z.string() }),
});

/** Any artifact; those that are read further are held to their own schema then. */
const artifactSchema = z.looseObject({ type: z.string() });

const manifestSchema = z.object({
  artifacts: z.record(z.string(), artifactSchema).default({}),
});

type StackArtifact = z.infer<typeof stackSchema>;

/**
 * The stacks of a cloud assembly and of those inside it.
 * @param partition Partition of the deployment: manifests leave it open.
 * @throws AssemblyError when the folder is none, or a stack names no concrete account and region.
 */
export function readAssembly(folder: string, partition: string): PlannedStack[] {
  return stacksIn(folder, partition);
}

function stacksIn(folder: string, partition: string): PlannedStack[] {
  if (existsSync(join(folder, DEPLOYED_MARK)))
    throw new AssemblyError(
      `${folder} is what "lionrock drift" read of the accounts: name the assembly that was designed`,
    );
  const path = join(folder, 'manifest.json');
  const { artifacts } = manifestOf(path);
  const entries = Object.entries(artifacts);
  const stacks = entries.flatMap(([id, artifact]) => {
    const parsed = stackSchema.safeParse(artifact);
    return parsed.success ? [[id, parsed.data] as const] : [];
  });
  const ids = new Map(stacks.map(([artifactId, stack]) => [artifactId, stack.displayName ?? artifactId]));
  const own = stacks.map(([artifactId, stack]) => plannedStack({ folder, artifactId, stack, ids, partition }));
  const nested = entries.flatMap(([, artifact]) => {
    const parsed = nestedSchema.safeParse(artifact);
    return parsed.success ? stacksIn(within(folder, parsed.data.properties.directoryName), partition) : [];
  });
  return [...own, ...nested];
}

/** Below the folder that names it, so that no assembly holds itself. */
function within(folder: string, name: string): string {
  const path = join(folder, name);
  if (!leadsOut(folder, path)) return path;
  throw new AssemblyError(
    `${join(folder, 'manifest.json')} names ${name}, outside of the assembly: expected files inside; synthesize again`,
  );
}

function manifestOf(path: string): z.infer<typeof manifestSchema> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new AssemblyError(`expected a cloud assembly, found none: ${errorText(error)}; "lionrock synth" writes one`);
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new AssemblyError(`${path} is no manifest of a cloud assembly: synthesize again`);
  }
}

interface Read {
  readonly folder: string;
  readonly artifactId: string;
  readonly stack: StackArtifact;
  /** Ids of the stacks of this assembly, by artifact. */
  readonly ids: ReadonlyMap<string, string>;
  readonly partition: string;
}

function plannedStack({ folder, artifactId, stack, ids, partition }: Read): PlannedStack {
  const { properties, environment, dependencies } = stack;
  const id = ids.get(artifactId) ?? artifactId;
  const [, account, region] = /^aws:\/\/(\d{12})\/([a-z0-9-]+)$/.exec(environment) ?? [];
  if (account === undefined || region === undefined) {
    throw new AssemblyError(
      `stack ${id} is for ${environment}: expected a concrete account and region, as in aws://110000000001/ap-east-1`,
    );
  }
  const arn = (text: string): string => text.replace('${AWS::Partition}', partition);
  const { requiresBootstrapStackVersion: version, bootstrapStackVersionSsmParameter: parameter } = properties;
  const templateFile = resolve(within(folder, properties.templateFile));
  const parts = id.split('/');
  return {
    id,
    name: properties.stackName ?? artifactId,
    account,
    region,
    stage: parts.slice(0, -1).join('/'),
    capability: parts.at(-1) ?? id,
    templateFile,
    digest: digestOf(templateFile),
    ...(properties.assumeRoleArn === undefined ? {} : { deployRole: arn(properties.assumeRoleArn) }),
    ...(properties.lookupRole === undefined ? {} : { lookupRole: arn(properties.lookupRole.arn) }),
    ...(version === undefined || parameter === undefined ? {} : { bootstrap: { version, parameter } }),
    dependencies: dependencies.flatMap((dependency) => ids.get(dependency) ?? []),
  };
}

/** Assets stand in templates by the digest of what they hold. */
function digestOf(templateFile: string): string {
  return createHash('sha256').update(readFileSync(templateFile)).digest('hex');
}
