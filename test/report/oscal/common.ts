import { z } from 'zod';
import { dateTime, links, list, markup, properties, reference, string, token, uri, uuid } from './datatypes';

/** What the models of OSCAL share, in the part that is written; own words for NIST's schemas, which are not ours to ship. */
const metadata = z.strictObject({
  title: markup,
  'last-modified': dateTime,
  version: string,
  'oscal-version': z.literal('1.1.3'),
  props: properties,
  links,
  roles: list(z.strictObject({ id: token, title: markup })).optional(),
  parties: list(z.strictObject({ uuid, type: z.enum(['person', 'organization']), name: string })).optional(),
  remarks: markup.optional(),
});

const hash = z.strictObject({ algorithm: z.literal('SHA-256'), value: z.string().regex(/^[0-9a-f]{64}$/) });

const backMatter = z.strictObject({
  resources: list(
    z.strictObject({
      uuid,
      title: markup,
      description: markup.optional(),
      props: properties,
      citation: z.strictObject({ text: markup }).optional(),
      rlinks: list(
        z.strictObject({ href: reference, 'media-type': string.optional(), hashes: list(hash).optional() }),
      ).optional(),
    }),
  ),
});

/** A document: its root, and what stands there beside the head. */
export function documentOf<S extends z.ZodRawShape>(root: string, shape: S) {
  const content = z.strictObject({ uuid, metadata, 'back-matter': backMatter.optional(), ...shape });
  return z.strictObject({ [root]: content });
}

const role = z.strictObject({ 'role-id': token });
export const roles = list(role);
export const implementedBy = z.strictObject({
  uuid,
  'control-id': token,
  description: markup,
  props: properties,
});

export const component = z.strictObject({
  uuid,
  type: string,
  title: markup,
  description: markup,
  props: properties,
  status: z.strictObject({ state: z.enum(['under-development', 'operational', 'disposition', 'other']) }),
});

export const inventoryItem = z.strictObject({ uuid, description: markup, props: properties, links });

export const assets = z.strictObject({
  components: list(component).optional(),
  'assessment-platforms': list(
    z.strictObject({
      uuid,
      title: markup.optional(),
      'uses-components': list(z.strictObject({ 'component-uuid': uuid })).optional(),
    }),
  ),
});

const controls = list(z.strictObject({ 'control-id': token })).optional();
export const reviewedControls = z.strictObject({
  'control-selections': list(
    z
      .strictObject({
        description: markup.optional(),
        'include-all': z.strictObject({}).optional(),
        'include-controls': controls,
        'exclude-controls': controls,
      })
      .refine((selection) => 'include-all' in selection !== 'include-controls' in selection, 'expected one of both'),
  ),
});

export const origins = list(
  z.strictObject({ actors: list(z.strictObject({ type: z.literal('tool'), 'actor-uuid': uuid })) }),
);
export const relatedObservations = list(z.strictObject({ 'observation-uuid': uuid }));
export const relatedRisks = list(z.strictObject({ 'risk-uuid': uuid }));
export const facetSystem = uri;
