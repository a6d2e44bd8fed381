import type { ReviewPlace } from '../../../../model';

/** Where something stands: its construct or logical id, and file and line. */
export function Place({ place }: { readonly place: Omit<ReviewPlace, 'account'> }) {
  const { template, logicalId, constructPath, location } = place;
  return (
    <>
      {constructPath ?? logicalId}
      <span class="second line">{location ? `${location.file}:${location.line}` : template}</span>
    </>
  );
}
