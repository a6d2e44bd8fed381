import type { Random } from '../random';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string;
}

/** Collects the resources of one template. What can be written in several ways is written in one of them by chance. */
export class Body {
  readonly #resources = new Map<string, Resource>();

  constructor(readonly random: Random) {}

  /** @throws Error when the logical id is taken. */
  add(logicalId: string, type: string, properties: Readonly<Record<string, unknown>>): void {
    if (this.#resources.has(logicalId)) throw new Error(`the template has two resources named "${logicalId}"`);
    this.#resources.set(logicalId, { Type: `AWS::EC2::${type}`, Properties: properties });
  }

  get template(): { readonly Resources: Readonly<Record<string, Resource>> } {
    return { Resources: Object.fromEntries(this.#resources) };
  }
}

export function ref(logicalId: string): { readonly Ref: string } {
  return { Ref: logicalId };
}

export function attribute(logicalId: string, name: string): { readonly 'Fn::GetAtt': readonly string[] } {
  return { 'Fn::GetAtt': [logicalId, name] };
}
