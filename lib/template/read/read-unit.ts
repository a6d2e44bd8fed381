import { existsSync, lstatSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import type { RunError } from '../../model';
import type { Graph } from '../graph';
import { LoadedTemplate } from '../load/loaded-template';
import { templateBody } from '../load/template-body';
import { UnitGraph } from '../load/unit-graph';
import type { TemplateOptions } from '../options';
import type { Nesting } from '../load/nesting';
import { isAssembly, readAssembly } from './assembly';
import type { Constructs } from './constructs';
import { discover, isTemplateName } from './discover';
import { inlineTemplates } from './inline-templates';
import { locator } from './locate';
import { parseText } from './parse';
import { displayPath } from './paths';
import { decode, LINK, mayBeTemplate, readBytes, ReadError } from './source';

/** What is judged together: one path of the command line. */
export interface Unit {
  readonly path: string;
  readonly graph: Graph;
  /** Each template that was read, with its number of resources. */
  readonly inputs: readonly { readonly path: string; readonly resources: number }[];
  /** What could not be read, or not as a whole; it never hides the other templates. */
  readonly errors: readonly RunError[];
}

/**
 * Reads a template, a directory or a cloud assembly with its nested assemblies and nested stacks.
 * @param path a file, a directory, or the `manifest.json` of an assembly
 */
export function readUnit(path: string, options: TemplateOptions = {}): Unit {
  const reader = new UnitReader(path, options);
  reader.readAll();
  return reader.unit();
}

/** A template that says what stands elsewhere: the one that is judged sees it. */
export interface BesideTemplate {
  /** What its resources are known by; no other template of the unit may have it. */
  readonly path: string;
  readonly body: { readonly Resources: Readonly<Record<string, unknown>> };
  /** What the template cannot say of itself. */
  readonly options: TemplateOptions;
}

/**
 * The unit of one template that is no file, such as one that CloudFormation hands over. Nested templates are not looked for.
 * @param path what reports call it
 * @param beside what stands elsewhere, and is not judged. Default: nothing is known of it
 */
export function unitOfText(
  path: string,
  text: string,
  options: TemplateOptions = {},
  beside: readonly BesideTemplate[] = [],
): Unit {
  const reader = new UnitReader(path, options);
  reader.readText(text);
  for (const template of beside) reader.addBeside(template);
  return reader.unit();
}

class UnitReader {
  private readonly templates = new Map<string, LoadedTemplate>();
  private readonly errors: RunError[] = [];
  private readonly seen = new Set<string>();
  private root = '.';

  constructor(
    private readonly given: string,
    private readonly options: TemplateOptions,
  ) {}

  readAll(): void {
    const { given } = this;
    const isDirectory = lstatSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
    const directory = isDirectory ? given : dirname(given);
    this.root = resolve(directory);
    if (isDirectory) this.attempt(given, () => this.readDirectory(given));
    else if (basename(given) === 'manifest.json' && isAssembly(directory))
      this.attempt(given, () => this.readAssembly(directory));
    else this.readFile(this.display(given), { options: this.options, found: false });
  }

  readText(text: string): void {
    const context = { options: this.options, found: false, declared: true, single: true };
    this.attempt(this.given, () => this.addTemplate(this.given, text, context));
  }

  addBeside({ path, body, options }: BesideTemplate): void {
    this.templates.set(path, new LoadedTemplate(path, body, options, { hasLoops: false, isBeside: true }));
  }

  unit(): Unit {
    const templates = [...this.templates.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const graph = new UnitGraph(templates);
    const judged = templates.filter(({ isBeside }) => !isBeside);
    return {
      path: this.display(this.given),
      graph,
      inputs: judged.map((template) => ({ path: template.path, resources: template.resources.length })),
      errors: [...this.errors, ...judged.flatMap((template) => template.errors)],
    };
  }

  private readDirectory(directory: string): void {
    const { files, assemblies, links } = discover(directory);
    for (const link of links) this.fail(link, new ReadError('read', LINK));
    for (const assembly of assemblies) this.attempt(assembly, () => this.readAssembly(assembly));
    for (const file of files) this.readFile(this.display(file), { options: this.options, found: true });
  }

  private readAssembly(directory: string): void {
    const { stacks, assets: files, problems } = readAssembly(directory);
    for (const { file, error } of problems) this.fail(file, error);
    const assets = new Map([...files].map(([name, file]) => [name, this.display(file)]));
    for (const { file, options, constructs } of stacks) {
      const place = { options: completed(options, this.options), assets, constructs };
      const context = { ...place, found: false, declared: true };
      this.readFile(this.display(file), context);
    }
    for (const path of new Set(assets.values())) {
      if (isTemplateName(path)) this.readFile(path, { options: this.options, assets, found: true });
    }
  }

  private readFile(path: string, context: Context): void {
    if (this.seen.has(path)) return;
    this.seen.add(path);
    this.attempt(path, () => {
      const bytes = readBytes(path);
      if (!context.found || mayBeTemplate(bytes)) this.addTemplate(path, decode(bytes), context);
    });
  }

  private addTemplate(path: string, text: string, context: Context): void {
    const template = parseTemplate(path, text, context);
    if (!template) return;
    this.templates.set(path, template);
    const inline = inlineTemplates(template);
    for (const inner of inline.templates) this.templates.set(inner.path, inner);
    for (const { file, error } of inline.problems) this.fail(file, error);
    if (context.single === true) return;
    for (const nesting of template.nestings) this.readNested(nesting, path, context);
  }

  private readNested({ path, kind, elsewhere }: Nesting, parent: string, { options, ...context }: Context): void {
    if (kind === 'inline') return;
    const { stackName: _, parameters: __, terminationProtection: ___, ...environment } = elsewhere ? {} : options;
    const inside = resolve(path).startsWith(`${this.root}${sep}`);
    if (inside && existsSync(path))
      this.readFile(path, { ...context, options: environment, found: false, declared: true });
    else if (kind === 'noted') {
      const problem = inside ? 'does not exist' : `stands outside of ${this.display(this.given)}`;
      this.fail(parent, new ReadError('read', `nests the template ${path}, which ${problem}`));
    }
  }

  private attempt(path: string, action: () => void): void {
    try {
      action();
    } catch (error) {
      this.fail(path, error);
    }
  }

  private fail(file: string, error: unknown): void {
    const path = this.display(file);
    const line = error instanceof ReadError ? error.line : undefined;
    this.errors.push({
      kind: error instanceof ReadError ? error.kind : 'read',
      path,
      message: `${path} ${error instanceof Error ? error.message : String(error)}`,
      ...(line === undefined ? {} : { line }),
    });
  }

  private display(file: string): string {
    return displayPath(file, this.given);
  }
}

/** How a file was come by, and what is known of its deployment. */
interface Context {
  readonly options: TemplateOptions;
  readonly assets?: ReadonlyMap<string, string>;
  readonly constructs?: Constructs;
  /** True for a file that was found in a directory: what is no template is passed over. */
  readonly found: boolean;
  /** True for the template of a stack that an assembly or a parent declares. */
  readonly declared?: boolean;
  /** True where no other file belongs to it. */
  readonly single?: boolean;
}

function parseTemplate(path: string, text: string, context: Context): LoadedTemplate | undefined {
  const { options, assets, constructs, found, declared = false } = context;
  const parsed = parseText(text);
  const body = templateBody(parsed.body, declared);
  if (typeof body === 'string') {
    if (found) return undefined;
    throw new ReadError('not-a-template', `is ${body}`);
  }
  return new LoadedTemplate(path, body, options, {
    hasLoops: parsed.hasLoops,
    locate: locator(path, parsed.places),
    ...(assets ? { assets } : {}),
    ...(constructs ? { construct: (logicalId: string) => constructs.find(path, logicalId) } : {}),
  });
}

/** What the assembly says of a place is true; what is given fills the gaps, and decides parameters. */
function completed(stack: TemplateOptions, { partition, ...given }: TemplateOptions): TemplateOptions {
  const parameters = { ...stack.parameters, ...given.parameters };
  return {
    ...(partition !== undefined && stack.region === undefined ? { partition } : {}),
    ...given,
    ...stack,
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  };
}
