/** An ARN or a name that AWS makes, as CDK reckons it. */
const UNKNOWN = 100;

const PSEUDO: Readonly<Record<string, number>> = {
  'AWS::AccountId': 12,
  'AWS::Partition': 10,
  'AWS::Region': 14,
  'AWS::URLSuffix': 16,
  'AWS::NoValue': 0,
};

/**
 * Characters that a value of a template has at AWS: JSON without white space. What is known at deployment alone counts as an ARN; of
 * two branches the longer one counts.
 */
export function estimatedSize(value: unknown): number {
  if (Array.isArray(value)) return enclosed(value.map(estimatedSize));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)?.length ?? 0;
  const [only, ...others] = Object.entries(value);
  if (only && others.length === 0 && isIntrinsic(only[0])) return intrinsicSize(only[0], only[1]);
  return enclosed(Object.entries(value).map(([key, item]) => JSON.stringify(key).length + 1 + estimatedSize(item)));
}

/** Characters of a text: without the quotes and signs that JSON puts around and into it. */
export function estimatedText(value: unknown): number {
  return typeof value === 'string' ? value.length : estimatedSize(value);
}

const isIntrinsic = (key: string): boolean => key === 'Ref' || key.startsWith('Fn::');

/** With its brackets, and the commas between. */
function enclosed(sizes: readonly number[]): number {
  return 2 + Math.max(0, sizes.length - 1) + sizes.reduce((sum, size) => sum + size, 0);
}

function intrinsicSize(name: string, given: unknown): number {
  if (name === 'Ref') return 2 + (PSEUDO[String(given)] ?? UNKNOWN);
  if (!Array.isArray(given)) return name === 'Fn::Sub' ? 2 + substitutedSize(given) : 2 + UNKNOWN;
  if (name === 'Fn::Join') return joinedSize(given);
  if (name === 'Fn::If') return Math.max(...given.slice(1).map(estimatedSize));
  if (name === 'Fn::Sub') return 2 + substitutedSize(given[0]);
  return 2 + UNKNOWN;
}

function joinedSize([separator, parts]: readonly unknown[]): number {
  if (!Array.isArray(parts)) return 2 + UNKNOWN;
  const between = String(separator).length * Math.max(0, parts.length - 1);
  return 2 + between + parts.reduce<number>((sum, part) => sum + estimatedSize(part) - 2, 0);
}

function substitutedSize(text: unknown): number {
  const places = String(text).match(/\$\{[^!}]+\}/g) ?? [];
  const known = places.reduce((sum, place) => sum - place.length + (PSEUDO[place.slice(2, -1)] ?? UNKNOWN), 0);
  return String(text).length + known;
}
