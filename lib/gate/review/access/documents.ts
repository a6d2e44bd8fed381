import type { Partition } from '../../../model';
import { OPEN, readPolicy, type PolicyDocument } from '../../../proofs/guardrails';
import { isList, isMap, parseJsonText, Partial, Reference, Unknown } from '../../../template';
import type { Graph, Part, Value } from '../../../template';
import { arnOfResource, nameOf } from './arns';

/** Reads policy documents of templates for the evaluator of policies: what only the deployment says stays open. */
export class Documents {
  constructor(
    private readonly graph: Graph,
    private readonly partition: Partition,
  ) {}

  /** @param name For people, in reasons. */
  read(value: Value | undefined, name: string): PolicyDocument {
    const content = typeof value === 'string' || value instanceof Partial ? parseJsonText(value) : value;
    return readPolicy(this.plain(content), name);
  }

  private plain(value: Value | undefined): unknown {
    if (isList(value)) return value.map((item) => this.plain(item));
    if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.plain(item)]));
    if (value instanceof Partial) return this.text(value.parts);
    if (value instanceof Reference || value instanceof Unknown) return this.text([value]);
    return typeof value === 'object' && value !== null ? OPEN : (value ?? undefined);
  }

  private text(parts: readonly Part[]): unknown {
    const texts = parts.map((part) => this.known(part));
    return texts.includes(undefined) ? OPEN : texts.join('');
  }

  private known(part: Part): string | undefined {
    if (typeof part === 'string') return part;
    if (part instanceof Reference) return this.named(part);
    return part.source === 'AWS::Partition' ? this.partition : undefined;
  }

  /** What a reference to an identity or a key stands for. */
  private named(reference: Reference): string | undefined {
    const resource = this.graph.follow(reference);
    const arn = resource && arnOfResource(resource, this.partition);
    if (!resource || arn === undefined) return undefined;
    if (reference.attribute === 'Arn' || resource.type === 'AWS::IAM::ManagedPolicy') return arn;
    if (reference.attribute !== undefined) return undefined;
    return resource.type.startsWith('AWS::KMS::') ? (arn.split('/').at(-1) ?? '') : nameOf(resource);
  }
}
