/** The one call of GuardDuty that is needed. */
interface Detectors {
  listDetectors(input: object): Promise<{ DetectorIds?: readonly string[] | undefined }>;
}

/** The detector of this account and region. @throws Error when there is none. */
export async function detectorId(guardDuty: Detectors): Promise<string> {
  const [id] = (await guardDuty.listDetectors({})).DetectorIds ?? [];
  if (id === undefined) throw new Error('this account has no detector of GuardDuty: deploy its baseline first');
  return id;
}
