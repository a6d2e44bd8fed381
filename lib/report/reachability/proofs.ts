import type { ReachabilityAnswer, ReachabilityMatrix } from '../../model';
import { wrap } from '../layout';
import { unitsJson, unitsText } from '../proof';
import { answerText, type ReachabilityTextOptions } from './answer-text';
import { answerDocument, matrixDocument } from './documents';
import { matrixText } from './matrix-text';

/** What was proved of one path of the command line: the answer to a question, the matrix, or why neither. */
export type ReachabilityProof = { readonly path: string } & (
  { readonly answer: ReachabilityAnswer } | { readonly matrix: ReachabilityMatrix } | { readonly error: string }
);

/** Proofs as JSON: of one path as they are, of several as `units`, each with its path. */
export function reachabilityJson(proofs: readonly ReachabilityProof[]): string {
  return unitsJson(proofs, documentOf);
}

/** Proofs for people, in 80 columns; of several paths each below its name. */
export function reachabilityText(proofs: readonly ReachabilityProof[], options: ReachabilityTextOptions = {}): string {
  return unitsText(proofs, (proof) => textOf(proof, options), options);
}

function documentOf(proof: ReachabilityProof): object {
  if ('answer' in proof) return answerDocument(proof.answer);
  return 'matrix' in proof ? matrixDocument(proof.matrix) : { error: proof.error };
}

function textOf(proof: ReachabilityProof, options: ReachabilityTextOptions): string {
  if ('answer' in proof) return answerText(proof.answer, options);
  return 'matrix' in proof ? matrixText(proof.matrix, options) : `${wrap(proof.error, 0).join('\n')}\n`;
}
