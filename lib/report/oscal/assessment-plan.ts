import { CONTROLS } from '../../controls';
import { documentText } from './document';
import { systemName, type OscalInput } from './input';
import { OSCAL_FILES } from './names';
import type { Property } from './model';
import { listed } from './property';
import { assessmentAssets } from './tool';
import { uuidOf } from './uuid';

/** How the system is assessed: by rules over its templates where there are any, by people where no template shows it. */
export function assessmentPlanText(input: OscalInput): string {
  const { now, result, rules, system } = input;
  const name = systemName(input);
  const byRules = new Set(rules.map(({ control }) => control));
  const ids = CONTROLS.map(({ id }) => id);
  const test = activityOf(
    input,
    'TEST',
    ids.filter((id) => byRules.has(id)),
  );
  const examine = activityOf(
    input,
    'EXAMINE',
    ids.filter((id) => !byRules.has(id)),
  );
  const subject = { type: 'inventory-item', description: 'Templates and their resources.', 'include-all': {} };
  const body = {
    'import-ssp': { href: OSCAL_FILES['system-security-plan'] },
    'local-definitions': { activities: [test, examine] },
    'terms-and-conditions': { parts: [{ uuid: uuidOf('methodology', name), name: 'methodology', prose: METHODOLOGY }] },
    'reviewed-controls': { 'control-selections': [selectionOf(ids)] },
    'assessment-subjects': [subject],
    'assessment-assets': assessmentAssets(result.tool.ruleSet),
    tasks: [
      taskOf(input, 'Judge each change before it is deployed', test.uuid, subject),
      taskOf(input, 'Examine what no template shows', examine.uuid, subject),
    ],
  };
  const title = `Assessment plan of ${system?.name ?? 'templates'}`;
  return documentText('assessment-plan', { about: [name], title, now }, body);
}

const METHODOLOGY =
  'The synthesized templates are read, resolved and judged by rules, offline and before they are deployed. What cannot be resolved is undecided, never passed. People examine what no template shows, and enter it in the system security plan.';

const ACTIVITIES = {
  TEST: [
    'Judge templates by rules',
    'lionrock gate, over all templates of the system, with its registers and waivers.',
  ],
  EXAMINE: ['Examine records', 'The department shows what no template holds; the catalogue says why for each control.'],
} as const;

interface Activity {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly Property[];
  readonly 'related-controls'?: object;
}

function activityOf(input: OscalInput, method: keyof typeof ACTIVITIES, controls: readonly string[]): Activity {
  const [title, description] = ACTIVITIES[method];
  return {
    uuid: uuidOf('activity', systemName(input), method),
    title,
    description,
    props: [{ name: 'method', value: method }],
    ...(controls.length > 0 ? { 'related-controls': { 'control-selections': [selectionOf(controls)] } } : {}),
  };
}

function selectionOf(ids: readonly string[]): object {
  return listed(
    'include-controls',
    ids.map((id) => ({ 'control-id': id })),
  );
}

function taskOf(input: OscalInput, title: string, activity: string, subject: object): object {
  return {
    uuid: uuidOf('task', systemName(input), activity),
    type: 'action',
    title,
    'associated-activities': [{ 'activity-uuid': activity, subjects: [subject] }],
  };
}
