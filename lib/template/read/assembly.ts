import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TemplateOptions } from '../options';
import { isJsonMap, own, section } from '../resolve/json';
import { Constructs } from './constructs';
import { leadsOut } from './leads-out';
import { parseJson } from './parse-json';
import type { Problem } from './problem';
import { ReadError, readText } from './source';

/** The newest version of the schema of manifests that is known: that of aws-cdk-lib 2.276. */
const SCHEMA = 55;

const DEPLOYS_NOTHING = new Set(['none', 'cdk:tree', 'cdk:feature-flag-report']);

/** A stack of a cloud assembly. */
export interface StackFile {
  readonly file: string;
  readonly options: TemplateOptions;
  readonly constructs: Constructs;
}

export interface Assembly {
  readonly stacks: readonly StackFile[];
  /** Files that the assembly uploads, by the name they get there. */
  readonly assets: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Whether a directory holds a cloud assembly: it has a manifest of artifacts, or the mark that the CDK leaves. */
export function isAssembly(directory: string): boolean {
  const file = join(directory, 'manifest.json');
  if (!existsSync(file)) return false;
  if (existsSync(join(directory, 'cdk.out'))) return true;
  try {
    return isJsonMap(own(parseJson(readText(file)), 'artifacts'));
  } catch {
    return false;
  }
}

/** The stacks of a cloud assembly and of the assemblies nested in it (stages), in the order of their files' paths. */
export function readAssembly(directory: string): Assembly {
  const reader = new AssemblyReader(directory);
  reader.readAll();
  reader.stacks.sort((a, b) => (a.file < b.file ? -1 : 1));
  return reader;
}

class AssemblyReader implements Assembly {
  readonly stacks: StackFile[] = [];
  readonly assets = new Map<string, string>();
  readonly problems: Problem[] = [];
  private readonly open: string[];

  constructor(private readonly root: string) {
    this.open = [root];
  }

  readAll(): void {
    const seen = new Set<string>();
    for (let directory = this.open.pop(); directory !== undefined; directory = this.open.pop()) {
      if (seen.has(directory)) continue;
      seen.add(directory);
      this.readManifest(directory);
    }
  }

  private readManifest(directory: string): void {
    const file = join(directory, 'manifest.json');
    this.attempt(file, () => {
      const manifest = parseJson(readText(file));
      const artifacts = own(manifest, 'artifacts');
      this.attempt(file, () => refuseNewer(own(manifest, 'version')));
      if (!isJsonMap(artifacts))
        throw new ReadError('parse', 'has no artifacts: expected the manifest of a cloud assembly');
      for (const [id, artifact] of Object.entries(artifacts)) {
        this.attempt(file, () => this.readArtifact(directory, id, artifact));
      }
    });
  }

  private readArtifact(directory: string, id: string, artifact: unknown): void {
    const properties = section(artifact, 'properties');
    const path = (name: unknown): string => this.within(directory, name, id);
    switch (own(artifact, 'type')) {
      case 'aws:cloudformation:stack': {
        const metadata = own(artifact, 'additionalMetadataFile');
        const constructs = new Constructs(
          section(artifact, 'metadata'),
          metadata === undefined ? undefined : path(metadata),
        );
        this.stacks.push({ file: path(own(properties, 'templateFile')), options: optionsOf(id, artifact), constructs });
        break;
      }
      case 'cdk:cloud-assembly':
        this.open.push(path(own(properties, 'directoryName')));
        break;
      case 'cdk:asset-manifest':
        this.addAssets(directory, path(own(properties, 'file')));
        break;
      default:
        refuseUnknown(id, own(artifact, 'type'));
    }
  }

  private within(directory: string, name: unknown, artifact: string): string {
    if (typeof name !== 'string') throw new ReadError('parse', `has artifact ${artifact}, which names no file`);
    const path = join(directory, name);
    if (!leadsOut(this.root, path)) return path;
    throw new ReadError('parse', `has artifact ${artifact}, which names ${name} outside of the assembly`);
  }

  /** Assets that are staged outside of the assembly are code, never templates of its stacks. */
  private addAssets(directory: string, file: string): void {
    for (const asset of Object.values(section(parseJson(readText(file)), 'files'))) {
      const path = own(section(asset, 'source'), 'path');
      if (typeof path !== 'string' || leadsOut(this.root, join(directory, path))) continue;
      for (const destination of Object.values(section(asset, 'destinations'))) {
        const key = own(destination, 'objectKey');
        if (typeof key === 'string') this.assets.set(key.split('/').at(-1) ?? key, join(directory, path));
      }
    }
  }

  private attempt(file: string, action: () => void): void {
    try {
      action();
    } catch (error) {
      this.problems.push({ file, error });
    }
  }
}

/** @throws ReadError for a manifest of a schema that may say what is not read here. */
function refuseNewer(version: unknown): void {
  if (version === undefined || (typeof version === 'string' && Number.parseInt(version, 10) <= SCHEMA)) return;
  throw new ReadError(
    'parse',
    `is of version ${JSON.stringify(version)} of its schema, and versions up to ${SCHEMA} are known: update Lionrock, or synthesize with an aws-cdk-lib that it knows`,
  );
}

/** @throws ReadError for an artifact that may deploy what is not read here. */
function refuseUnknown(id: string, type: unknown): void {
  if (typeof type === 'string' && DEPLOYS_NOTHING.has(type)) return;
  throw new ReadError(
    'parse',
    `has artifact ${id} of type ${JSON.stringify(type)}, which is not known: update Lionrock`,
  );
}

function optionsOf(id: string, artifact: unknown): TemplateOptions {
  const properties = section(artifact, 'properties');
  const stated = own(artifact, 'environment');
  const environment = /^aws:\/\/([^/]+)\/(.+)$/.exec(typeof stated === 'string' ? stated : '');
  const [, account = 'unknown-account', region = 'unknown-region'] = environment ?? [];
  const parameters = Object.entries(section(properties, 'parameters'));
  const stackName = own(properties, 'stackName');
  return {
    ...(account === 'unknown-account' ? {} : { account }),
    ...(region === 'unknown-region' ? {} : { region }),
    ...(parameters.length === 0
      ? {}
      : { parameters: Object.fromEntries(parameters.map(([name, value]) => [name, String(value)])) }),
    stackName: typeof stackName === 'string' ? stackName : id,
    terminationProtection: own(properties, 'terminationProtection') === true,
  };
}
