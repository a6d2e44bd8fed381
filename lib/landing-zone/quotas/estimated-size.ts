/** How long what only deployment knows is taken to be, in characters. */
interface Reckoning {
  /** An ARN, a name or an id that AWS makes. */
  readonly reference: number;
  readonly pseudo: Readonly<Record<string, number>>;
  /** Of two branches, the one that counts. */
  readonly branch: (...sizes: number[]) => number;
  /** A value that may be absent is. */
  readonly dropsOptional: boolean;
}

const USUAL: Reckoning = {
  // As the CDK reckons it.
  reference: 100,
  pseudo: { 'AWS::AccountId': 12, 'AWS::Partition': 10, 'AWS::Region': 14, 'AWS::URLSuffix': 16, 'AWS::NoValue': 0 },
  branch: Math.max,
  dropsOptional: false,
};

const LEAST: Reckoning = {
  // A parameter may be empty.
  reference: 0,
  pseudo: { 'AWS::AccountId': 12, 'AWS::Partition': 3, 'AWS::Region': 9, 'AWS::URLSuffix': 12, 'AWS::NoValue': 0 },
  branch: Math.min,
  dropsOptional: true,
};

/** Characters of the known part of a text. */
type Literal = (text: string) => number;

const raw: Literal = (text) => text.length;
const escaped: Literal = (text) => JSON.stringify(text).length - 2;

/** Characters that a value of a template has at AWS. */
export class EstimatedSize {
  /** What is known at deployment alone counts as an ARN; of two branches the longer one counts. */
  static readonly usual = new EstimatedSize(USUAL);
  /** It is never smaller than this: what is known at deployment alone counts as the shortest that it can be. */
  static readonly least = new EstimatedSize(LEAST);

  private constructor(private readonly reckoning: Reckoning) {}

  /** As JSON without white space. */
  json(value: unknown): number {
    if (Array.isArray(value)) return this.enclosed(value, (item) => this.json(item));
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)?.length ?? 0;
    const call = intrinsicOf(value);
    if (call?.name === 'Fn::If') return this.reckoning.branch(...call.args.slice(1).map((item) => this.json(item)));
    if (call) return 2 + this.made(call, escaped);
    const entries = Object.entries(value).map(([key, item]) => ({ key, item }));
    return this.enclosed(
      entries,
      ({ key, item }) => JSON.stringify(key).length + 1 + this.json(item),
      ({ item }) => item,
    );
  }

  /** As a text, without the quotes and signs that JSON puts around and into it; a map counts as its JSON. */
  text(value: unknown): number {
    if (typeof value === 'string') return value.length;
    const call = intrinsicOf(value);
    return call ? this.made(call, raw) : this.json(value);
  }

  /** With its brackets, and the commas between. */
  private enclosed<T>(
    all: readonly T[],
    size: (item: T) => number,
    valueOf: (item: T) => unknown = (it) => it,
  ): number {
    const items = this.reckoning.dropsOptional ? all.filter((item) => !isOptional(valueOf(item))) : all;
    return 2 + Math.max(0, items.length - 1) + items.reduce((sum, item) => sum + size(item), 0);
  }

  /** The text that an intrinsic function makes. */
  private made({ name, args }: Intrinsic, literal: Literal): number {
    if (name === 'Ref') return this.referred(String(args[0]));
    if (name === 'Fn::Join') return this.joined(args, literal);
    if (name === 'Fn::Sub') return this.substituted(args, literal);
    if (name === 'Fn::If') return this.reckoning.branch(...args.slice(1).map((item) => this.part(item, literal)));
    return this.reckoning.reference;
  }

  private part(value: unknown, literal: Literal): number {
    if (typeof value === 'string') return literal(value);
    const call = intrinsicOf(value);
    return call ? this.made(call, literal) : this.json(value);
  }

  private referred(name: string): number {
    return this.reckoning.pseudo[name] ?? this.reckoning.reference;
  }

  private joined([separator, parts]: readonly unknown[], literal: Literal): number {
    if (!Array.isArray(parts)) return this.reckoning.reference;
    const between = literal(String(separator)) * Math.max(0, parts.length - 1);
    return between + parts.reduce<number>((sum, item) => sum + this.part(item, literal), 0);
  }

  private substituted([template, variables]: readonly unknown[], literal: Literal): number {
    const own = new Map(Object.entries(variables ?? {}));
    return String(template)
      .split(/(\$\{[^}]+\})/)
      .reduce((sum, piece) => {
        if (!/^\$\{[^}]+\}$/.test(piece)) return sum + literal(piece);
        const name = piece.slice(2, -1).trim();
        if (name.startsWith('!')) return sum + literal(piece) - 1;
        return sum + (own.has(name) ? this.part(own.get(name), literal) : this.referred(name));
      }, 0);
  }
}

interface Intrinsic {
  readonly name: string;
  readonly args: readonly unknown[];
}

function intrinsicOf(value: unknown): Intrinsic | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [only, ...others] = Object.entries(value);
  if (!only || others.length > 0) return undefined;
  const [name, given] = only;
  if (name !== 'Ref' && !name.startsWith('Fn::')) return undefined;
  return { name, args: Array.isArray(given) ? given : [given] };
}

/** Whether CloudFormation may leave it out. */
function isOptional(value: unknown): boolean {
  const call = intrinsicOf(value);
  if (call?.name === 'Fn::If') return call.args.slice(1).some(isOptional);
  return call?.name === 'Ref' && call.args[0] === 'AWS::NoValue';
}
