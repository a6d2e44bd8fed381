import type { Output } from '../graph';
import { own, type JsonMap } from '../resolve/json';
import type { Scope } from '../resolve/scope';
import { Unknown, type Value } from '../value';

/** An output of a loaded template, resolved when asked for. */
export class LoadedOutput implements Output {
  readonly condition: string | undefined;
  private found: { readonly value: Value } | undefined;

  constructor(
    readonly name: string,
    private readonly body: JsonMap,
    private readonly scope: Scope,
  ) {
    const condition = own(body, 'Condition');
    this.condition = typeof condition === 'string' ? condition : undefined;
  }

  /** Kept: other templates may ask for it many times. */
  get value(): Value {
    this.found ??= {
      value: this.scope.resolve(own(this.body, 'Value')) ?? new Unknown(`output ${this.name} has no value`),
    };
    return this.found.value;
  }

  get exportName(): Value | undefined {
    return this.scope.resolve(own(own(this.body, 'Export'), 'Name'));
  }
}
