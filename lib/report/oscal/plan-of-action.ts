import type { Finding, JudgedWaiver, RunError } from '../../model';
import { subjectOf } from '../words';
import { documentText } from './document';
import { systemName, type OscalInput } from './input';
import type { Origin, Property, RelatedObservation } from './model';
import { OSCAL_FILES } from './names';
import { errorUuid, observationsOf, observationUuid } from './observations';
import { partiesOf, ROLES } from './parties';
import { listed, properties } from './property';
import { resourcesOf } from './resources';
import { errorRiskUuid, risksOf, riskUuid } from './risks';
import { subjectsOf } from './subjects';
import { markup, paragraphs } from './text';
import { assessmentAssets, BY_GATE } from './tool';
import { uuidOf } from './uuid';

interface Item extends Related {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props?: readonly Property[];
  readonly origins?: readonly Origin[];
}

interface Related {
  readonly 'related-observations'?: readonly RelatedObservation[];
  readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
}

/**
 * The plan of action and milestones: what is open, what could not be judged, and the waivers with what they cover.
 * @returns undefined when there is nothing to do: OSCAL has no plan without an item
 */
export function planOfActionText(input: OscalInput): string | undefined {
  const { now, result, system } = input;
  const { waivers = [], errors } = result;
  const findings = result.findings.filter(({ status }) => status !== 'pass');
  const items = itemsOf(input, findings);
  if (items.length === 0) return undefined;
  const name = systemName(input);
  const parties = partiesOf(input, waivers);
  const head = {
    about: [name],
    title: `Plan of action and milestones of ${system?.name ?? 'templates'}`,
    now,
    ...(parties.length > 0 ? { roles: ROLES, parties } : {}),
    resources: resourcesOf(input),
  };
  const body = {
    'import-ssp': { href: OSCAL_FILES['system-security-plan'] },
    'system-id': { 'identifier-type': 'http://ietf.org/rfc/rfc4122', id: uuidOf('system', name) },
    'local-definitions': {
      ...listed('inventory-items', subjectsOf(input, findings)),
      'assessment-assets': assessmentAssets(result.tool.ruleSet),
    },
    ...listed('observations', observationsOf(input, findings, errors)),
    ...listed('risks', risksOf(input, findings, errors)),
    'poam-items': items,
  };
  return documentText('plan-of-action-and-milestones', head, body);
}

/** What a waiver of the register covers stands under the waiver. */
function itemsOf(input: OscalInput, findings: readonly Finding[]): readonly Item[] {
  const { waivers = [], errors } = input.result;
  const registered = new Set(waivers.map(({ id }) => id));
  const isCovered = ({ status, waiver }: Finding) =>
    status === 'waived' && waiver !== undefined && registered.has(waiver);
  return [
    ...findings.filter((finding) => !isCovered(finding)).map((finding) => findingItem(input, finding)),
    ...errors.map((error) => errorItem(input, error)),
    ...waivers.map((waiver) => {
      const covered = findings.filter((finding) => isCovered(finding) && finding.waiver === waiver.id);
      return waiverItem(input, waiver, covered);
    }),
  ];
}

function findingItem(input: OscalInput, finding: Finding): Item {
  const { id, status, severity, rule, control, message, remediation } = finding;
  return {
    uuid: uuidOf('item', systemName(input), id),
    title: markup(`${rule}: ${subjectOf(finding)}`),
    description: paragraphs(message, `To mend it: ${remediation}`),
    props: properties({ finding: id, status, severity, control: control ?? undefined, waiver: finding.waiver }),
    origins: [BY_GATE],
    ...related([{ 'observation-uuid': observationUuid(input, finding) }], [{ 'risk-uuid': riskUuid(input, finding) }]),
  };
}

function errorItem(input: OscalInput, error: RunError): Item {
  const { kind, path, message } = error;
  return {
    uuid: uuidOf('item', errorUuid(input, error)),
    title: markup(`Not judged (${kind}): ${path}`),
    description: paragraphs(message, 'To mend it: make it readable, and run the gate again.'),
    origins: [BY_GATE],
    ...related([{ 'observation-uuid': errorUuid(input, error) }], [{ 'risk-uuid': errorRiskUuid(input, error) }]),
  };
}

function waiverItem(input: OscalInput, waiver: JudgedWaiver, covered: readonly Finding[]): Item {
  const { id, state, reason, compensatingControl, riskOwner, approver, ticket, issued, expires, reviewDate } = waiver;
  const { control, rule } = waiver;
  return {
    uuid: uuidOf('item', systemName(input), 'waiver', id),
    title: markup(`Waiver ${id} until ${expires}`),
    description: paragraphs(reason, `Instead: ${compensatingControl}`),
    props: properties({
      waiver: id,
      state,
      control,
      rule,
      'risk-owner': riskOwner,
      approver,
      ticket,
      issued,
      expires,
      'review-date': reviewDate,
      findings: waiver.findings,
    }),
    ...related(
      covered.map((finding) => ({ 'observation-uuid': observationUuid(input, finding) })),
      covered.map((finding) => ({ 'risk-uuid': riskUuid(input, finding) })),
    ),
  };
}

function related(
  observations: readonly RelatedObservation[],
  risks: readonly { readonly 'risk-uuid': string }[],
): Related {
  return { ...listed('related-observations', observations), ...listed('related-risks', risks) };
}
