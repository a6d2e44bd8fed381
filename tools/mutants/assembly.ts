import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateTexts } from '../template-texts';
import type { Operator, Template } from './operator';

/** A template of an assembly that was weakened in one place. */
export interface Mutant {
  readonly operator: Operator;
  /** Path of the template below the assembly. */
  readonly path: string;
  readonly logicalId: string;
  /** The template, weakened. */
  readonly text: string;
  /** The template as it was. */
  readonly original: string;
}

/** The templates of a cloud assembly, one of which can be replaced for a while. */
export class Assembly {
  private readonly texts: ReadonlyMap<string, string>;

  constructor(readonly folder: string) {
    this.texts = templateTexts(folder);
  }

  /** Mutants of an operator: at most so many, spread over the templates and resources that it can weaken. */
  mutantsOf(operator: Operator, most: number): readonly Mutant[] {
    const all = [...this.texts].flatMap(([path, text]) => mutantsIn(operator, path, text));
    if (all.length <= most) return all;
    return Array.from({ length: most }, (_, index) => all[Math.floor(((index + 0.5) * all.length) / most)]).filter(
      (mutant) => mutant !== undefined,
    );
  }

  /** Runs something while a mutant stands in the place of its template. */
  async during<T>({ path, text }: Mutant, run: () => Promise<T>): Promise<T> {
    const file = join(this.folder, path);
    writeFileSync(file, text);
    try {
      return await run();
    } finally {
      writeFileSync(file, this.texts.get(path) ?? '');
    }
  }
}

function mutantsIn(operator: Operator, path: string, text: string): readonly Mutant[] {
  const { Resources } = JSON.parse(text) as Template;
  return Object.keys(Resources)
    .filter((logicalId) => Resources[logicalId]?.Type === operator.type)
    .flatMap((logicalId) => {
      const template = JSON.parse(text) as Template;
      const resource = template.Resources[logicalId];
      if (!resource || !operator.change({ template, logicalId, resource })) return [];
      return [{ operator, path, logicalId, text: JSON.stringify(template, undefined, 1), original: text }];
    });
}
