import { controlById } from '../../controls';
import type { Finding, JudgedWaiver, RunError } from '../../model';
import { justificationOf, subjectOf, whatOf } from '../words';
import { endOfDay } from './day';
import { deviationOf } from './deviation';
import { systemName, type OscalInput } from './input';
import type { Facet, Risk } from './model';
import { errorUuid, observationUuid } from './observations';
import { NAMESPACE, properties } from './property';
import { markup, paragraphs } from './text';
import { BY_GATE } from './tool';
import { uuidOf } from './uuid';

/** Identifies the risk of a finding. */
export function riskUuid(input: OscalInput, { id }: Finding): string {
  return uuidOf('risk', systemName(input), id);
}

/** Identifies the risk of what could not be judged. */
export function errorRiskUuid(input: OscalInput, error: RunError): string {
  return uuidOf('risk', errorUuid(input, error));
}

/** The risks: one for each finding that does not pass, and one for each thing that could not be judged. */
export function risksOf(input: OscalInput, findings: readonly Finding[], errors: readonly RunError[]): readonly Risk[] {
  const open = findings.filter(({ status }) => status !== 'pass');
  return [...open.map((finding) => ofFinding(input, finding)), ...errors.map((error) => ofError(input, error))];
}

const STATUS = { fail: 'open', unknown: 'investigating', waived: 'deviation-approved', pass: 'open' } as const;

function ofFinding(input: OscalInput, finding: Finding): Risk {
  const { status, severity, rule, control, remediation } = finding;
  const uuid = riskUuid(input, finding);
  const catalogued = control === null ? undefined : controlById(control);
  const waiver = waiverOf(input, finding);
  const deadline = waiver && endOfDay(waiver.expires, input.timeZone);
  return {
    uuid,
    title: markup(`${rule}: ${subjectOf(finding)}`),
    description: markup(whatOf(finding)),
    statement: paragraphs(
      catalogued ? `${catalogued.id} ${catalogued.title}: ${catalogued.statement}` : `Rule ${rule}`,
      justificationOf(finding, input.result.waivers),
    ),
    props: [
      ...(status === 'waived' ? [{ name: 'accepted', value: 'yes' }] : []),
      ...properties({ finding: finding.id, control: control ?? undefined, waiver: finding.waiver }),
    ],
    status: STATUS[status],
    origins: [BY_GATE],
    characterizations: [{ origin: BY_GATE, facets: facetsOf(severity, catalogued?.rating) }],
    ...(waiver ? deviationOf(input, uuid, waiver) : {}),
    ...(deadline === undefined ? {} : { deadline }),
    remediations: [
      {
        uuid: uuidOf('remediation', uuid),
        lifecycle: 'recommendation',
        title: 'What mends it',
        description: markup(remediation),
      },
    ],
    'related-observations': [{ 'observation-uuid': observationUuid(input, finding) }],
  };
}

/** The waiver of the register that covers a finding. */
function waiverOf({ result }: OscalInput, { status, waiver }: Finding): JudgedWaiver | undefined {
  return status === 'waived' ? result.waivers?.find(({ id }) => id === waiver) : undefined;
}

function facetsOf(severity: string, rating: object = {}): readonly Facet[] {
  return [
    { name: 'severity', system: 'http://csrc.nist.gov/ns/oscal', value: severity },
    ...Object.entries(rating).map(([name, grade]) => ({ name, system: NAMESPACE, value: String(grade) })),
  ];
}

function ofError(input: OscalInput, error: RunError): Risk {
  const { kind, path, message } = error;
  return {
    uuid: errorRiskUuid(input, error),
    title: markup(`Not judged (${kind}): ${path}`),
    description: markup(message),
    statement: 'What was not judged may hold anything.',
    props: properties({ kind, path }),
    status: 'investigating',
    origins: [BY_GATE],
    'related-observations': [{ 'observation-uuid': errorUuid(input, error) }],
  };
}
