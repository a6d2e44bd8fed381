export { reachabilityJson, reachabilityText, type ReachabilityProof } from './proofs';
export { answerSchema, matrixSchema, reachabilityJsonSchema, unitsSchema } from './schemas';
