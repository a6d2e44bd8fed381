import type { ResidencyPath, ResidencyProof } from '../../model';

/** The proof as text: `prove residency --format json`. */
export function residencyJson({ paths, transfers }: ResidencyProof): string {
  const document = {
    paths: paths.map(pathDocument),
    transfers: transfers.map(({ id, status, paths: covered, problems }) => ({
      id,
      status,
      paths: covered,
      problems: problems.map(({ kind, message }) => ({ kind, message })),
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function pathDocument(path: ResidencyPath): object {
  const { type, logicalId, property, kind, destination, severity, status, transfer, witness, template } = path;
  const { location, classification, message } = path;
  return {
    type,
    logicalId,
    property,
    kind,
    destination,
    severity,
    status,
    transfer,
    witness: witness.map(({ hop, template: place, logicalId: id, why }) => ({
      hop,
      template: place,
      logicalId: id,
      why,
    })),
    template,
    location,
    classification,
    message,
  };
}
