import { CONTROLS } from '../../controls';
import { counted } from '../layout';
import { controlFindings } from './control-findings';
import { documentText } from './document';
import { systemName, type OscalInput } from './input';
import { OSCAL_FILES } from './names';
import { observationsOf } from './observations';
import { partiesOf, ROLES } from './parties';
import { listed, properties } from './property';
import { resourcesOf } from './resources';
import { risksOf } from './risks';
import { subjectsOf } from './subjects';
import { markup, paragraphs, token } from './text';
import { assessmentAssets } from './tool';
import { uuidOf } from './uuid';

/** The results of the gate as OSCAL assessment results: `--format oscal`. */
export function assessmentResultsText(input: OscalInput): string {
  const { now, result, system } = input;
  const { waivers = [] } = result;
  const name = systemName(input);
  const parties = partiesOf(input, waivers);
  const head = {
    about: [name],
    title: `Assessment results of ${system?.name ?? 'templates'}`,
    now,
    ...(parties.length > 0 ? { roles: ROLES, parties } : {}),
    resources: resourcesOf(input),
  };
  const body = {
    'import-ap': {
      href: OSCAL_FILES['assessment-plan'],
      remarks: 'Written by `lionrock oscal`, with the catalogue and the other documents.',
    },
    results: [resultOf(input)],
  };
  return documentText('assessment-results', head, body);
}

function resultOf(input: OscalInput): object {
  const { now, result } = input;
  const { findings, errors, verdict, reasons, summary, profile, tool, evaluated, controls } = result;
  const at = now.toISOString();
  const counts = `${summary.fail} failed, ${summary.unknown} undecided, ${summary.waived} waived, ${summary.pass} passed`;
  return {
    uuid: uuidOf('result', systemName(input)),
    title: 'Judgement by the Lionrock gate',
    description: paragraphs(
      `Verdict ${verdict}: ${counts}. ${counted(result.inputs.length, 'template')}, ${counted(evaluated, 'evaluation')}.`,
      ...reasons.map((reason) => `${reason}.`),
    ),
    start: at,
    end: at,
    props: properties({ verdict, profile, 'rule-set': tool.ruleSet, evaluated, ...summary }),
    'local-definitions': {
      ...listed('inventory-items', subjectsOf(input, findings)),
      'assessment-assets': assessmentAssets(tool.ruleSet),
    },
    'reviewed-controls': { 'control-selections': [reviewed(controls)] },
    'assessment-log': { entries: [runEntry(input), ...warningEntries(input)] },
    ...listed('observations', observationsOf(input, findings, errors)),
    ...listed('risks', risksOf(input, findings, errors)),
    ...listed('findings', controlFindings(input)),
  };
}

function select(ids: readonly string[]): readonly object[] {
  return ids.map((id) => ({ 'control-id': token(id) }));
}

/** The schemas know no empty selection: nothing is all without all. */
function reviewed(controls: readonly string[]): object {
  if (controls.length > 0) {
    return { description: 'Controls on which a rule gave an answer.', 'include-controls': select(controls) };
  }
  const all = CONTROLS.map(({ id }) => id);
  return { description: 'None: no rule gave an answer.', 'include-all': {}, 'exclude-controls': select(all) };
}

function runEntry(input: OscalInput): object {
  const at = input.now.toISOString();
  const description = 'Templates were judged offline; nothing in them was run.';
  return { uuid: uuidOf('run', systemName(input)), title: 'Run of the gate', description, start: at, end: at };
}

/** What is worth a person's attention and changes no verdict. */
function warningEntries(input: OscalInput): readonly object[] {
  return input.result.warnings.map(({ kind, subject, message }, index) => ({
    uuid: uuidOf('warning', systemName(input), kind, subject, message, String(index)),
    title: markup(`${kind}: ${subject}`),
    description: markup(message),
    start: input.now.toISOString(),
  }));
}
