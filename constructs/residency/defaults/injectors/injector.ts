import type { InjectionContext, IPropertyInjector } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isOwn, type StackDefaults } from '../stack-defaults';

/** Defaults for the props of one class of constructs. */
export interface ClassDefaults<Props> {
  /** `X.PROPERTY_INJECTION_ID`: a mistyped id would never fire, and nobody would notice. */
  readonly id: string;
  /** Props for what the department's code leaves open. */
  defaults(given: Partial<Props>, context: InjectionContext, stack: StackDefaults): Partial<Props>;
}

/** For lists of defaults of different classes: props reach an injector untyped. */
export type AnyClassDefaults = ClassDefaults<Record<string, unknown>>;

/** Declares the defaults of a class, with the props of that class. */
export function defaultsFor<Props extends object>(
  construct: { readonly PROPERTY_INJECTION_ID: string },
  defaults: ClassDefaults<Props>['defaults'],
): AnyClassDefaults {
  return {
    id: construct.PROPERTY_INJECTION_ID,
    defaults: (given, context, stack) => ({ ...defaults(given as Partial<Props>, context, stack) }),
  };
}

/** Fills in what the props of a construct leave open; what they say stays as it is. */
export class DefaultsInjector implements IPropertyInjector {
  readonly constructUniqueId: string;

  constructor(
    private readonly of: AnyClassDefaults,
    private readonly stack: StackDefaults,
    private readonly onUse: (scope: IConstruct) => void,
  ) {
    this.constructUniqueId = of.id;
  }

  inject(originalProps: Record<string, unknown> | undefined, context: InjectionContext): Record<string, unknown> {
    const given = originalProps ?? {};
    if (isOwn(context.scope)) return given;
    this.onUse(context.scope);
    const said = Object.entries(given).filter(([, value]) => value !== undefined);
    const defaults = this.of.defaults(Object.fromEntries(said), context, this.stack);
    return { ...defaults, ...Object.fromEntries(said) };
  }
}
