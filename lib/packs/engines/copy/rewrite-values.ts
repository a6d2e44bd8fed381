import { ABSENT, OPAQUE } from './opaque';

/** The names that an expression can use. */
export interface Names {
  readonly resources: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly mappings: ReadonlySet<string>;
}

/** Intrinsics that CfnInclude reads and whose arguments need no look. */
const PLAIN: ReadonlySet<string> = new Set([
  'Fn::Join',
  'Fn::Cidr',
  'Fn::Select',
  'Fn::GetAZs',
  'Fn::ImportValue',
  'Fn::Split',
  'Fn::Transform',
  'Fn::Base64',
]);

/** A copy of a value in which every intrinsic can be read by CfnInclude; what had to be replaced is told to `note`. */
export class ValueRewriter {
  constructor(
    private readonly names: Names,
    private readonly note: (text: string) => void,
  ) {}

  rewrite(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.rewrite(item));
    if (typeof value !== 'object' || value === null) return value;
    const [entry, ...others] = Object.entries(value);
    if (entry && others.length === 0 && isIntrinsic(entry[0])) return this.intrinsic(entry[0], entry[1]);
    return this.entries(value);
  }

  private entries(map: object): unknown {
    return Object.fromEntries(Object.entries(map).map(([key, item]) => [key, this.rewrite(item)]));
  }

  private intrinsic(name: string, argument: unknown): unknown {
    if (name === 'Ref') return this.reference(argument);
    if (name === 'Fn::GetAtt') return this.attribute(argument);
    if (name === 'Fn::Sub') return this.substitution(argument);
    if (name === 'Fn::If') return this.choice(argument);
    if (name === 'Fn::FindInMap') return this.lookUp(argument);
    return PLAIN.has(name) ? { [name]: this.rewrite(argument) } : this.opaque(name);
  }

  private reference(name: unknown): unknown {
    if (typeof name !== 'string') return this.opaque('a Ref that is no name');
    return { Ref: this.isKnown(name) ? name : this.absent(name) };
  }

  private attribute(argument: unknown): unknown {
    const [id, ...attribute]: readonly unknown[] =
      typeof argument === 'string' ? argument.split('.') : Array.isArray(argument) ? argument : [];
    if (typeof id !== 'string' || !attribute.every((part) => typeof part === 'string' && part !== '')) {
      return this.opaque('a Fn::GetAtt that names no resource and attribute');
    }
    const target = this.names.resources.has(id) ? id : this.absent(id);
    return { 'Fn::GetAtt': [target, attribute.join('.') || 'Value'] };
  }

  private substitution(argument: unknown): unknown {
    const [text, variables = {}]: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
    if (typeof text !== 'string' || typeof variables !== 'object' || variables === null) {
      return this.opaque('a Fn::Sub that is no text');
    }
    const known = text.replace(/\$\{\s*([^!}][^}]*?)\s*\}/g, (whole, name: string) => {
      if (Object.hasOwn(variables, name) || this.isKnown(name)) return whole;
      const [id = '', ...attribute] = name.split('.');
      if (attribute.length > 0 && this.names.resources.has(id)) return whole;
      return `\${${[this.absent(id), ...attribute].join('.')}}`;
    });
    return { 'Fn::Sub': Array.isArray(argument) ? [known, this.entries(variables)] : known };
  }

  private choice(argument: unknown): unknown {
    const [condition, ...branches]: readonly unknown[] = Array.isArray(argument) ? argument : [];
    if (typeof condition !== 'string' || !this.names.conditions.has(condition) || branches.length !== 2) {
      return this.opaque('a Fn::If without a condition of the template');
    }
    return { 'Fn::If': [condition, ...branches.map((branch) => this.rewrite(branch))] };
  }

  private lookUp(argument: unknown): unknown {
    const [mapping, ...keys]: readonly unknown[] = Array.isArray(argument) ? argument : [];
    if (typeof mapping !== 'string' || !this.names.mappings.has(mapping) || keys.length !== 2) {
      return this.opaque('a Fn::FindInMap without a mapping of the template');
    }
    return { 'Fn::FindInMap': [mapping, ...keys.map((key) => this.rewrite(key))] };
  }

  private isKnown(name: string): boolean {
    return name.startsWith('AWS::') || this.names.parameters.has(name) || this.names.resources.has(name);
  }

  private absent(name: string): string {
    this.note(`${name} is not in the template`);
    return ABSENT;
  }

  private opaque(what: string): unknown {
    this.note(`${what} is taken as unknown`);
    return OPAQUE;
  }
}

function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}
