import { dayAt, type GuardrailsReview, type ResidencyProof, type ResidencyReview, type ReviewPath } from '../../model';
import { guardrailsOf, proofOf } from '../../proofs/guardrails';
import { residencyOf } from '../../proofs/residency';
import type { Graph } from '../../template';
import type { ReviewBasis } from './basis';

/** What can leave by the templates of one unit. */
export function residencyProof(graph: Graph, { profile, registers, now }: ReviewBasis): ResidencyProof {
  return residencyOf([graph], {
    profile,
    today: dayAt(now, profile.timeZone),
    ...(registers ? { register: registers.transfers, accounts: registers.accounts.map(({ name }) => name) } : {}),
  });
}

/** What the guardrails of a unit really deny; undefined where it attaches none. */
export function guardrailsReview(graph: Graph, { profile, registers }: ReviewBasis): GuardrailsReview | undefined {
  const proof = proofOf(guardrailsOf(graph, profile, registers?.allowedGlobalServices));
  return proof.properties.length === 0 ? undefined : proof;
}

/** The proofs of all units together. A transfer that one of them uses is used. */
export function residencyReview(
  proofs: readonly ResidencyProof[],
  guardrails: readonly GuardrailsReview[],
  { profile, registers }: ReviewBasis,
): ResidencyReview {
  const transfers = (registers?.transfers ?? []).flatMap((register) => {
    const judged = proofs.flatMap((proof) => proof.transfers.filter(({ id }) => id === register.id));
    const [first] = judged;
    if (!first) return [];
    const paths = judged.reduce((sum, each) => sum + each.paths, 0);
    const problems = first.problems.filter(({ kind }) => kind !== 'unused' || paths === 0);
    return [{ ...first, paths, problems, register }];
  });
  const [one, ...others] = guardrails;
  return {
    regions: profile.regions,
    paths: proofs.flatMap((proof) => proof.paths.map(pathOf)),
    transfers,
    ...(one
      ? {
          guardrails: {
            properties: [one, ...others].flatMap(({ properties }) => properties),
            residual: [one, ...others].flatMap(({ residual }) => residual),
          },
        }
      : {}),
  };
}

function pathOf({ transfer, location, classification, ...path }: ResidencyProof['paths'][number]): ReviewPath {
  return {
    ...path,
    ...(transfer === null ? {} : { transfer }),
    ...(location === undefined ? {} : { location }),
    ...(classification === undefined ? {} : { classification }),
  };
}
