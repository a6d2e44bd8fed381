/** Proofs read policy documents too: the reader stands with the template. */
export { listOf, policyDocument, statement, type PolicyDocument, type Principal, type Statement } from '../../template';
