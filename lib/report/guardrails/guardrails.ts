import type { GuardrailProof, ResidualAction } from '../../model';
import { counted, paintFor, wrap } from '../layout';
import { propertyLines, unitsJson, unitsText } from '../proof';

/** What was proved of the guardrails of one path of the command line, or why nothing was. */
export type GuardrailResult = { readonly path: string } & (
  { readonly proof: GuardrailProof } | { readonly error: string }
);

export interface GuardrailTextOptions {
  /** @default false */
  readonly color?: boolean;
}

/** Proofs as JSON: of one path as they are, of several as `units`, each with its path. */
export function guardrailsJson(results: readonly GuardrailResult[]): string {
  return unitsJson(results, documentOf);
}

/** Proofs for people, in 80 columns. */
export function guardrailsText(results: readonly GuardrailResult[], options: GuardrailTextOptions = {}): string {
  return unitsText(results, (result) => textOf(result, options), options);
}

function documentOf(result: GuardrailResult): object {
  if ('error' in result) return { error: result.error };
  const { properties, residual } = result.proof;
  return {
    properties: properties.map(({ name, answer, counterexamples }) => ({ name, answer, counterexamples })),
    residual: residual.map(({ action, regions, why }) => ({ action, regions, why })),
  };
}

function textOf(result: GuardrailResult, { color = false }: GuardrailTextOptions): string {
  if ('error' in result) return `${wrap(result.error, 0).join('\n')}\n`;
  const paint = paintFor(color);
  const { properties, residual } = result.proof;
  const lines = [
    ...properties.flatMap((property) => propertyLines(property, paint)),
    ...(residual.length > 0
      ? [
          paint.bold(`${counted(residual.length, 'exempted action')} can still move data`),
          ...residualLines(residual),
          '',
        ]
      : ['No exempted action can move data.']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Actions of one reason that are told by name. */
const SHOWN = 8;

function more(number: number): string {
  return number > 0 ? ` and ${number} more; --format json lists all` : '';
}

/** Actions with the same regions and reason together. */
function residualLines(residual: readonly ResidualAction[]): readonly string[] {
  const together = new Map<string, { readonly one: ResidualAction; readonly actions: string[] }>();
  for (const one of residual) {
    const id = JSON.stringify([one.regions, one.why]);
    const known = together.get(id);
    if (known) known.actions.push(one.action);
    else together.set(id, { one, actions: [one.action] });
  }
  return [...together.values()].flatMap(({ one: { regions, why }, actions }) => [
    ...wrap(`${actions.slice(0, SHOWN).join(', ')}${more(actions.length - SHOWN)}`, 2),
    ...wrap(`in ${regions.length > 3 ? counted(regions.length, 'region') : regions.join(', ')}: ${why}`, 6),
  ]);
}
