import type { IAspect, Mixin } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { StackDefaults } from '../stack-defaults';
import { DefaultsMixin } from './defaults-mixin';
import { TransportMixin } from './transport-mixin';

/** Applies the mixins when the app is synthesized: `Mixins.of(app)` would miss what is made after the call. */
export class DefaultsAspect implements IAspect {
  private readonly mixins: readonly Mixin[];

  constructor(stack: StackDefaults) {
    this.mixins = [new DefaultsMixin(stack), new TransportMixin()];
  }

  visit(node: IConstruct): void {
    for (const mixin of this.mixins) if (mixin.supports(node)) mixin.applyTo(node);
  }
}
