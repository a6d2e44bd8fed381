import { z } from 'zod';
import { assets, component, documentOf, implementedBy, inventoryItem, reviewedControls, roles } from './common';
import { links, list, markup, properties, reference, string, token, uuid } from './datatypes';

const part: z.ZodType = z.strictObject({
  id: token.optional(),
  name: token,
  props: properties,
  prose: markup.optional(),
  get parts() {
    return list(part).optional();
  },
});

const control = z.strictObject({
  id: token,
  title: markup,
  props: properties,
  links,
  parts: list(part),
});

export const catalog = documentOf('catalog', {
  groups: list(z.strictObject({ id: token, title: markup, controls: list(control) })),
});

export const componentDefinition = documentOf('component-definition', {
  components: list(
    z.strictObject({
      uuid,
      type: string,
      title: markup,
      description: markup,
      props: properties,
      'control-implementations': list(
        z.strictObject({
          uuid,
          source: reference,
          description: markup,
          'implemented-requirements': list(implementedBy),
        }),
      ),
    }),
  ),
});

const byComponent = z.strictObject({
  'component-uuid': uuid,
  uuid,
  description: markup,
  props: properties,
  links,
  'implementation-status': z
    .strictObject({ state: z.enum(['implemented', 'partial', 'planned', 'alternative', 'not-applicable']) })
    .optional(),
});

const information = z.strictObject({ uuid, title: markup, description: markup });

export const systemSecurityPlan = documentOf('system-security-plan', {
  'import-profile': z.strictObject({ href: reference }),
  'system-characteristics': z.strictObject({
    'system-ids': list(z.strictObject({ 'identifier-type': z.url(), id: string })),
    'system-name': string,
    description: markup,
    props: properties,
    'system-information': z.strictObject({ 'information-types': list(information) }),
    status: z.strictObject({
      state: z.enum(['operational', 'under-development', 'under-major-modification', 'disposition', 'other']),
      remarks: markup,
    }),
    'authorization-boundary': z.strictObject({ description: markup }),
  }),
  'system-implementation': z.strictObject({
    users: list(z.strictObject({ uuid, title: markup, description: markup, 'role-ids': list(token) })),
    components: list(component),
    'inventory-items': list(inventoryItem).optional(),
  }),
  'control-implementation': z.strictObject({
    description: markup,
    'implemented-requirements': list(
      z.strictObject({
        uuid,
        'control-id': token,
        props: properties,
        'responsible-roles': roles,
        'by-components': list(byComponent),
      }),
    ),
  }),
});

const subject = z.strictObject({ type: token, description: markup, 'include-all': z.strictObject({}) });

export const assessmentPlan = documentOf('assessment-plan', {
  'import-ssp': z.strictObject({ href: reference }),
  'local-definitions': z.strictObject({
    activities: list(
      z.strictObject({
        uuid,
        title: markup,
        description: markup,
        props: properties,
        'related-controls': reviewedControls,
      }),
    ),
  }),
  'terms-and-conditions': z.strictObject({ parts: list(z.strictObject({ uuid, name: token, prose: markup })) }),
  'reviewed-controls': reviewedControls,
  'assessment-subjects': list(subject),
  'assessment-assets': assets,
  tasks: list(
    z.strictObject({
      uuid,
      type: token,
      title: markup,
      'associated-activities': list(z.strictObject({ 'activity-uuid': uuid, subjects: list(subject) })),
    }),
  ),
});
