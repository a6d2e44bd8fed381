import { instanceOf } from '../sweep';

/** A condition key that says towards which region a call moves something. */
export interface Naming {
  /** In lower case. */
  readonly key: string;
  /** Regions that it may name. */
  readonly regions: readonly string[];
  /** Form of the ARN by which it names them, with `*` for what may be anything. Default: by name. */
  readonly arn?: string;
  /** A region that it may name beside them: it carries a list. Default: it carries one value. */
  readonly beside?: string;
}

/**
 * What the key may carry: each region, as policies tell its values apart, alone and, in a list, behind another.
 * @param patterns What policies compare the key with.
 */
export function valuesOf(
  { regions, arn, beside }: Naming,
  patterns: readonly string[],
): readonly (readonly string[])[] {
  const forms = arn === undefined ? [undefined] : [arn, ...patterns.filter((text) => text.split(':').length >= 6)];
  return regions.flatMap((region) =>
    forms.flatMap((form) => {
      const value = said(region, form);
      return beside === undefined ? [[value]] : [[value], [said(beside, form), value]];
    }),
  );
}

function said(region: string, form: string | undefined): string {
  return form === undefined ? region : instanceOf(form.split(':').with(3, region).join(':'));
}
