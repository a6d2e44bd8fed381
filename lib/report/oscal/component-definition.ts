import components from './components.json';
import { documentText } from './document';
import { OSCAL_FILES } from './names';
import { properties, property } from './property';
import { markup } from './text';
import { GATE_UUID } from './tool';
import { uuidOf } from './uuid';

/** A construct, and the controls that it implements. */
interface Construct {
  readonly name: string;
  /** What to import it from. */
  readonly module: string;
  readonly description: string;
  readonly controls: readonly string[];
}

/** Drawn from the docstrings of the constructs by `npm run docs`. */
const CONSTRUCTS: readonly Construct[] = components;

/** Names of the constructs that implement a control. */
export function constructsFor(control: string): readonly string[] {
  return CONSTRUCTS.filter(({ controls }) => controls.includes(control)).map(({ name }) => name);
}

/** What Lionrock's parts implement: each construct its controls, and the gate the rules that show whether they hold. */
export function componentDefinitionText(
  now: Date,
  rules: readonly { readonly id: string; readonly control: string }[],
): string {
  const title = 'Constructs and gate of Lionrock';
  const body = { components: [...CONSTRUCTS.map(constructComponent), gateComponent(rules)] };
  return documentText('component-definition', { about: ['lionrock'], title, now }, body);
}

function constructComponent({ name, module, description, controls }: Construct): object {
  const of = (...names: readonly string[]) => uuidOf('construct', module, name, ...names);
  return {
    uuid: of(),
    type: 'software',
    title: markup(name),
    description: markup(description),
    props: properties({ module }),
    'control-implementations': [
      {
        uuid: of('controls'),
        source: OSCAL_FILES.catalog,
        description: `What ${markup(name)} sets, and its tests hold.`,
        'implemented-requirements': controls.map((control) => ({
          uuid: of(control),
          'control-id': control,
          description: markup(description),
        })),
      },
    ],
  };
}

function gateComponent(rules: readonly { readonly id: string; readonly control: string }[]): object {
  const controls = [...new Set(rules.map(({ control }) => control))].toSorted();
  return {
    uuid: GATE_UUID,
    type: 'validation',
    title: 'Lionrock gate',
    description: 'Judges templates by rules before they are deployed, and blocks what breaks a control.',
    props: properties({ module: 'lionrock' }),
    'control-implementations': [
      {
        uuid: uuidOf('gate', 'controls'),
        source: OSCAL_FILES.catalog,
        description: 'Controls that its rules evidence on any CloudFormation template.',
        'implemented-requirements': controls.map((control) => {
          const ids = rules.flatMap((rule) => (rule.control === control ? [rule.id] : []));
          return {
            uuid: uuidOf('gate', control),
            'control-id': control,
            description: `Judged by ${ids.join(', ')}.`,
            props: ids.map((id) => property('rule', id)),
          };
        }),
      },
    ],
  };
}
