import { z } from 'zod';
import {
  assets,
  documentOf,
  facetSystem,
  inventoryItem,
  origins,
  relatedObservations,
  relatedRisks,
  reviewedControls,
} from './common';
import { dateTime, list, markup, properties, reference, string, token, uuid } from './datatypes';

const observation = z.strictObject({
  uuid,
  title: markup,
  description: markup,
  props: properties,
  methods: z.tuple([z.literal('TEST')]),
  types: list(token),
  origins,
  subjects: list(z.strictObject({ 'subject-uuid': uuid, type: z.literal('inventory-item') })).optional(),
  'relevant-evidence': list(z.strictObject({ href: reference.optional(), description: markup })).optional(),
  collected: dateTime,
});

const entry = z.strictObject({
  uuid,
  title: markup,
  description: markup,
  start: dateTime,
  end: dateTime.optional(),
  'logged-by': list(z.strictObject({ 'party-uuid': uuid, 'role-id': token })).optional(),
  'status-change': token.optional(),
});

const facet = z.strictObject({ name: token, system: facetSystem, value: string });

const risk = z.strictObject({
  uuid,
  title: markup,
  description: markup,
  statement: markup,
  props: properties,
  status: z.enum(['open', 'investigating', 'deviation-approved']),
  origins,
  characterizations: list(
    z.strictObject({ origin: z.strictObject({ actors: origins.element.shape.actors }), facets: list(facet) }),
  ).optional(),
  'mitigating-factors': list(z.strictObject({ uuid, description: markup })).optional(),
  deadline: dateTime.optional(),
  remediations: list(
    z.strictObject({ uuid, lifecycle: z.literal('recommendation'), title: markup, description: markup }),
  ).optional(),
  'risk-log': z.strictObject({ entries: list(entry) }).optional(),
  'related-observations': relatedObservations,
});

const finding = z.strictObject({
  uuid,
  title: markup,
  description: markup,
  origins,
  target: z.strictObject({
    type: z.enum(['statement-id', 'objective-id']),
    'target-id': token,
    status: z.strictObject({
      state: z.enum(['satisfied', 'not-satisfied']),
      reason: z.enum(['pass', 'fail', 'other']),
      remarks: markup.optional(),
    }),
  }),
  'related-observations': relatedObservations.optional(),
  'related-risks': relatedRisks.optional(),
});

const localDefinitions = z.strictObject({
  'inventory-items': list(inventoryItem).optional(),
  'assessment-assets': assets,
});

const result = z.strictObject({
  uuid,
  title: markup,
  description: markup,
  start: dateTime,
  end: dateTime,
  props: properties,
  'local-definitions': localDefinitions,
  'reviewed-controls': reviewedControls,
  'assessment-log': z.strictObject({ entries: list(entry) }),
  observations: list(observation).optional(),
  risks: list(risk).optional(),
  findings: list(finding).optional(),
});

export const assessmentResults = documentOf('assessment-results', {
  'import-ap': z.strictObject({ href: reference, remarks: markup.optional() }),
  results: list(result),
});

export const planOfAction = documentOf('plan-of-action-and-milestones', {
  'import-ssp': z.strictObject({ href: reference }),
  'system-id': z.strictObject({ 'identifier-type': z.url(), id: string }),
  'local-definitions': localDefinitions,
  observations: list(observation).optional(),
  risks: list(risk).optional(),
  'poam-items': list(
    z.strictObject({
      uuid,
      title: markup,
      description: markup,
      props: properties,
      origins: origins.optional(),
      'related-observations': relatedObservations.optional(),
      'related-risks': relatedRisks.optional(),
    }),
  ),
});

export type AssessmentResults = z.infer<typeof result>;
export type PlanOfAction = z.infer<typeof planOfAction>;
