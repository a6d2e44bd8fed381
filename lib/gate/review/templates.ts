import { createHash } from 'node:crypto';
import type { ResultInput, ReviewTemplate } from '../../model';
import type { Template, Unit } from '../../template';
import type { Registers } from '../../config';
import type { ReviewBasis } from './basis';
import { accountOf } from './place';

/** Whose a template is. */
type Owner = Pick<ReviewTemplate, 'account' | 'stack' | 'region'>;

/** The templates of a run: collected unit by unit, listed in the order of the result. */
export class Templates {
  private readonly owners = new Map<string, Owner>();

  constructor(private readonly basis: ReviewBasis) {}

  add({ graph }: Unit): void {
    for (const template of graph.templates) this.owners.set(template.path, ownerOf(template, this.basis.registers));
  }

  /** Templates that findings name and no input is stand at the end: nested ones, and those that could not be read. */
  list(inputs: readonly ResultInput[], named: readonly string[]): readonly ReviewTemplate[] {
    const known = new Set(inputs.map(({ path }) => path));
    const others = [...new Set(named)].filter((path) => !known.has(path)).toSorted();
    return [...inputs, ...others.map((path) => ({ path, resources: 0 }))].map(({ path, resources }) => {
      const text = this.basis.text?.(path);
      return { path, ...this.owners.get(path), resources, ...(text === undefined ? {} : { digest: digestOf(text) }) };
    });
  }
}

/**
 * One digest over the names and contents of the files; undefined where none could be read again. Templates inside others are
 * in those.
 */
export function inputsDigest(templates: readonly ReviewTemplate[]): string | undefined {
  const lines = templates.flatMap(({ path, digest }) => (digest === undefined ? [] : [`${digest}  ${path}\n`]));
  return lines.length === 0 ? undefined : digestOf(lines.join(''));
}

function ownerOf(template: Template, registers: Registers | undefined): Owner {
  const { stackName, region } = template;
  const owner = accountOf(template, registers);
  return {
    ...(owner === undefined ? {} : { account: owner }),
    ...(stackName === undefined ? {} : { stack: stackName }),
    ...(region === undefined ? {} : { region }),
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
