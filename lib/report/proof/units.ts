import { paintFor, wrap } from '../layout';

interface OfPath {
  readonly path: string;
}

/** What was proved of one path as it is, of several as `units`, each with its path. */
export function unitsJson<P extends OfPath>(proofs: readonly P[], documentOf: (proof: P) => object): string {
  const [first, ...others] = proofs;
  const document =
    first && others.length === 0
      ? documentOf(first)
      : { units: proofs.map((proof) => ({ path: proof.path, ...documentOf(proof) })) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** What was proved of one path for people; of several each below its name. */
export function unitsText<P extends OfPath>(
  proofs: readonly P[],
  textOf: (proof: P) => string,
  { color = false }: { readonly color?: boolean } = {},
): string {
  const [first, ...others] = proofs;
  if (first && others.length === 0) return textOf(first);
  const { bold } = paintFor(color);
  return proofs.map((proof) => `${wrap(proof.path, 0).map(bold).join('\n')}\n\n${textOf(proof)}`).join('\n');
}
