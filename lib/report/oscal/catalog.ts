import { CONTROLS, FRAMEWORK_NAMES, type Control } from '../../controls';
import { documentText } from './document';
import type { Link, Property, Resource } from './model';
import { statementId } from './names';
import { listed, properties, property } from './property';
import { markup, token } from './text';
import { uuidOf } from './uuid';

/**
 * The catalogue of controls: our own identifiers, titles and statements, with the clauses of the frameworks that they
 * map to and how far each mapping was checked. No framework's own words are in it.
 */
export function catalogText(now: Date, rules: readonly { readonly id: string; readonly control: string }[]): string {
  const areas = [...new Set(CONTROLS.map(({ area }) => area))];
  const groups = areas.map((area) => ({
    id: token(area),
    title: markup(area),
    controls: CONTROLS.filter((control) => control.area === area).map((control) =>
      controlOf(
        control,
        rules.flatMap((rule) => (rule.control === control.id ? [rule.id] : [])),
      ),
    ),
  }));
  const title = 'Controls of Lionrock for government landing zones';
  return documentText('catalog', { about: ['lionrock'], title, now, resources: FRAMEWORKS }, { groups });
}

const FRAMEWORKS: readonly Resource[] = Object.entries(FRAMEWORK_NAMES).map(([id, name]) => ({
  uuid: frameworkUuid(id),
  title: markup(name),
  props: [property('framework', id)],
  citation: { text: markup(name) },
}));

function frameworkUuid(id: string): string {
  return uuidOf('framework', id);
}

function controlOf(control: Control, rules: readonly string[]): object {
  const { id, title, statement, severity, category, enforcement, systemTier, classifications, rating } = control;
  return {
    id,
    title: markup(title),
    props: [
      ...properties({ severity, category, enforcement, 'system-tier': systemTier, ...rating }),
      ...classifications.map((level) => property('classification', level)),
      ...clausesOf(control),
    ],
    ...listed('links', linksOf(control)),
    parts: [
      { id: statementId(id), name: 'statement', prose: markup(statement) },
      ...(control.note === undefined ? [] : [{ id: `${id}_gdn`, name: 'guidance', prose: markup(control.note) }]),
      methodOf(control, rules),
    ],
  };
}

/** A clause each, with how far the mapping was checked as its class. */
function clausesOf({ frameworks }: Control): readonly Property[] {
  return frameworks.flatMap(({ framework, clauses, status }) =>
    clauses.map((clause) => property(framework, clause, status)),
  );
}

function linksOf({ frameworks }: Control): readonly Link[] {
  return [...new Set(frameworks.map(({ framework }) => framework))].map((framework) => ({
    href: `#${frameworkUuid(framework)}`,
    rel: 'reference',
    text: markup(FRAMEWORK_NAMES[framework] ?? framework),
  }));
}

/** How it is assessed: by rules over templates, or by people, with the reason. */
function methodOf({ id, uncovered }: Control, rules: readonly string[]): object {
  const byRules = rules.length > 0;
  return {
    id: `${id}_asm`,
    name: 'assessment-method',
    props: [{ name: 'method', value: byRules ? 'TEST' : 'EXAMINE' }],
    parts: [
      {
        name: 'assessment-objects',
        prose: byRules ? `Templates, by the rules ${rules.join(', ')}` : markup(uncovered ?? 'What no template shows.'),
      },
    ],
  };
}
