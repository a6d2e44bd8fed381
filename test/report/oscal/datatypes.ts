import { z } from 'zod';

/** Data types of OSCAL in JSON, by the patterns of NIST's schemas of version 1.1.3. */
export const uuid = z
  .string()
  .regex(/^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$/);
export const token = z.string().regex(/^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$/u);
export const string = z.string().regex(/^\S(.*\S)?$/u);
export const uri = z.string().regex(/^[a-zA-Z][a-zA-Z0-9+\-.]+:.+$/);
export const reference = z.string().regex(/^[^\s<>"{}|\\^`]+$/);
export const dateTime = z.iso.datetime({ offset: true });
/** Markdown: no pattern, but what is empty or torn is of no use. */
export const markup = z
  .string()
  .min(1)
  .refine(
    (text) => !/[\uD800-\uDFFF]/u.test(text) && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text.replaceAll('\n\n', '')),
    'expected clean text',
  );

/** A list that is left out when nothing is in it. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).min(1);

const property = z.strictObject({
  name: token,
  ns: uri.optional(),
  value: string,
  class: token.optional(),
});
export const properties = list(property).optional();
export const links = list(
  z.strictObject({ href: reference, rel: token.optional(), text: markup.optional() }),
).optional();
