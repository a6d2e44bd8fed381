import {
  CfnElement,
  DefaultTokenResolver,
  type IFragmentConcatenator,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
  Reference,
  Stack,
  Tokenization,
} from 'aws-cdk-lib';
import type { RunError } from '../model';

interface Unprepared {
  readonly bodies: ReadonlyMap<Stack, Body>;
  /** Stacks that CDK cannot render; synthesis fails as well. */
  readonly errors: readonly RunError[];
}

interface Body {
  readonly Resources: Record<string, { Metadata?: Readonly<Record<string, unknown>> }>;
  readonly Outputs: Record<string, unknown>;
}

/** What CDK renders a stack with; not part of its declared interface. */
const RENDER = '_toCloudFormation';

type Renderable = Readonly<Record<typeof RENDER, () => object>>;

const EXPORT = 'LionrockUnpreparedExport';

/** Whether an output was added here, and is none of the user's. */
export function isOwnExport(logicalId: string): boolean {
  return logicalId.startsWith(EXPORT);
}

/**
 * The templates of stacks that CDK has not prepared. There, a reference to another stack names a logical id that only
 * exists in the other one, or that means something else in this one: it becomes an export there and an import here. A
 * nested stack does not know where its template will be: its path is noted as CDK notes it.
 * @param pathOf Path of a stack's template, absolute.
 */
export function unpreparedBodies(stacks: readonly Stack[], pathOf: (stack: Stack) => string): Unprepared {
  const exports = new Exports();
  const bodies = new Map<Stack, Body>();
  const errors: RunError[] = [];
  for (const stack of stacks) {
    try {
      bodies.set(stack, render(stack, exports));
    } catch (error) {
      const path = pathOf(stack);
      const message = error instanceof Error ? error.message : String(error);
      errors.push({ kind: 'read', path, message: `${path} cannot be rendered: ${message}` });
    }
  }
  for (const [stack, { Outputs }] of bodies) Object.assign(Outputs, exports.outputsOf(stack));
  for (const nested of stacks) {
    const { nestedStackParent: parent, nestedStackResource: resource } = nested;
    const place = parent && resource && bodies.get(parent)?.Resources[String(parent.resolve(resource.logicalId))];
    if (place) place.Metadata = { ...place.Metadata, 'aws:asset:path': pathOf(nested) };
  }
  return { bodies, errors };
}

/** A stack resolves references by itself: its elements are rendered again, each with the resolver that knows better. */
function render(stack: Stack, exports: Exports): Body {
  const options = { scope: stack, resolver: new UnpreparedResolver(stack, exports) };
  const rendered = (element: object): Record<string, unknown> => {
    return Tokenization.resolve((element as Renderable)[RENDER](), options) ?? {};
  };
  const body = { Resources: {}, Outputs: {}, ...rendered(stack) };
  for (const element of stack.node.findAll().filter((node) => CfnElement.isCfnElement(node))) {
    if (element.stack === stack) mergeInto(body, rendered(element));
  }
  return body;
}

/** @param fragment Sections of a template with the entries of one element. */
function mergeInto(body: Record<string, unknown>, fragment: Record<string, unknown>): void {
  for (const [section, entries] of Object.entries(fragment)) {
    const present = body[section];
    if (typeof entries === 'object' && typeof present === 'object') body[section] = { ...present, ...entries };
  }
}

/** What stacks use of each other, as exports of the stack that has it. */
class Exports {
  private readonly names = new Map<Stack, Map<string, { readonly name: string; readonly value: unknown }>>();

  /** Undefined for a reference within the stack, and for one that is not rendered as a function. */
  importOf(reference: Reference, consumer: Stack): unknown {
    const producer = Stack.of(reference.target);
    if (producer === consumer) return undefined;
    const value: unknown = producer.resolve(reference);
    if (typeof value !== 'object') return undefined;
    const known = this.names.get(producer) ?? new Map<string, { readonly name: string; readonly value: unknown }>();
    this.names.set(producer, known);
    const key = JSON.stringify(value);
    const name = known.get(key)?.name ?? `${producer.node.path}:${key}`;
    known.set(key, { name, value });
    return { 'Fn::ImportValue': name };
  }

  outputsOf(stack: Stack): Record<string, unknown> {
    const exported = [...(this.names.get(stack)?.values() ?? [])];
    return Object.fromEntries(
      exported.map(({ name, value }, index) => [`${EXPORT}${index}`, { Value: value, Export: { Name: name } }]),
    );
  }
}

class UnpreparedResolver extends DefaultTokenResolver {
  constructor(
    private readonly consumer: Stack,
    private readonly exports: Exports,
  ) {
    super(JOIN);
  }

  override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const imported = Reference.isReference(token) ? this.exports.importOf(token, this.consumer) : undefined;
    return imported ?? super.resolveToken(token, context, postProcessor);
  }
}

const JOIN: IFragmentConcatenator = {
  join: (left: unknown, right: unknown): unknown => {
    if (left === undefined) return right;
    if (right === undefined) return left;
    return typeof left === 'string' && typeof right === 'string' ? left + right : { 'Fn::Join': ['', [left, right]] };
  },
};
