import type { Step, Untouched } from '../../deploy';

export interface AccountsOutcome {
  readonly steps: readonly Step[];
  readonly untouched: readonly Untouched[];
  /** Nothing was done yet. */
  readonly dryRun: boolean;
}

/** What is adopted, made and moved, and what is left alone, a line each. */
export function accountsText({ steps, untouched, dryRun }: AccountsOutcome): string {
  const lines = steps.map((step) => `${dryRun ? WILL[step.kind] : DID[step.kind]} ${nameOf(step)}`);
  const rest = untouched.length > 0 ? ['', ...untouchedLines(untouched)] : [];
  return `${[...lines, ...rest].join('\n')}\n`;
}

/** What is left alone, a line each under a heading; nothing where there is nothing. */
export function untouchedLines(untouched: readonly Untouched[]): string[] {
  if (untouched.length === 0) return [];
  return ['Lionrock will not touch:', ...untouched.map(({ what, name, why }) => `  ${what} ${name}: ${why}`)];
}

const WILL: Readonly<Record<Step['kind'], string>> = {
  'adopt-unit': 'adopt unit',
  'create-unit': 'make unit',
  'adopt-account': 'adopt account',
  'create-account': 'make account',
  'move-account': 'move account',
};

const DID: Readonly<Record<Step['kind'], string>> = {
  'adopt-unit': 'adopted unit',
  'create-unit': 'made unit',
  'adopt-account': 'adopted account',
  'create-account': 'made account',
  'move-account': 'moved account',
};

function nameOf(step: Step): string {
  switch (step.kind) {
    case 'adopt-unit':
      return `${step.path} (${step.id})`;
    case 'create-unit':
      return step.path;
    case 'create-account':
      return `${step.name} (${step.email}) in ${step.unit}`;
    case 'move-account':
      return `${step.name} (${step.id}) to ${step.unit}`;
    case 'adopt-account':
    default:
      return `${step.name} (${step.id})`;
  }
}
