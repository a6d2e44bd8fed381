import type { Finding, RunError } from '../../model';
import { detailsOf, placeOf, subjectOf, wayOf, whatOf } from '../words';
import { systemName, type OscalInput } from './input';
import type { Observation } from './model';
import { properties } from './property';
import { fileUuid } from './resources';
import { subjectUuid } from './subjects';
import { markup, paragraphs } from './text';
import { BY_GATE } from './tool';
import { uuidOf } from './uuid';

/** Identifies what was observed of a finding: by its fingerprint, so that it survives reruns. */
export function observationUuid(input: OscalInput, { id }: Finding): string {
  return uuidOf('observation', systemName(input), id);
}

/** Identifies that something could not be judged. */
export function errorUuid(input: OscalInput, { kind, path, message }: RunError): string {
  return uuidOf('not-judged', systemName(input), kind, path, message);
}

/** What the gate observed: one for each finding, and one for each thing that it could not judge. */
export function observationsOf(
  input: OscalInput,
  findings: readonly Finding[],
  errors: readonly RunError[],
): readonly Observation[] {
  return [...findings.map((finding) => ofFinding(input, finding)), ...errors.map((error) => ofError(input, error))];
}

function ofFinding(input: OscalInput, finding: Finding): Observation {
  const { id, status, severity, rule, control, property, waiver, baselineState } = finding;
  return {
    uuid: observationUuid(input, finding),
    title: markup(`${rule}: ${subjectOf(finding)}`),
    description: markup(whatOf(finding)),
    props: properties({
      finding: id,
      status,
      severity,
      rule,
      control: control ?? undefined,
      property,
      waiver,
      'baseline-state': baselineState,
    }),
    methods: ['TEST'],
    types: [status === 'pass' ? 'control-objective' : 'finding'],
    origins: [BY_GATE],
    subjects: [{ 'subject-uuid': subjectUuid(input, finding), type: 'inventory-item' }],
    'relevant-evidence': [evidenceOf(input, finding)],
    collected: input.now.toISOString(),
  };
}

/** The place in the template, what stands there, and the way that shows it. */
function evidenceOf(input: OscalInput, finding: Finding): { readonly href?: string; readonly description: string } {
  const { template, source } = finding;
  const isKnown = input.result.inputs.some(({ path }) => path === template);
  const code = source ? `Made by ${source.file}:${source.line}:${source.column}` : undefined;
  return {
    ...(isKnown ? { href: `#${fileUuid(input, template)}` } : {}),
    description: paragraphs(placeOf(finding), detailsOf(finding), wayOf(finding), code),
  };
}

function ofError(input: OscalInput, error: RunError): Observation {
  const { kind, path, message, line } = error;
  return {
    uuid: errorUuid(input, error),
    title: markup(`Not judged (${kind}): ${path}`),
    description: markup(message),
    props: properties({ status: 'error', kind, path, line }),
    methods: ['TEST'],
    types: ['finding'],
    origins: [BY_GATE],
    collected: input.now.toISOString(),
  };
}
