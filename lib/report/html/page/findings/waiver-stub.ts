import type { Row } from './filter';

/**
 * An entry for `waivers.yaml` with what a finding says: rule, control and the narrowest scope. What only people can say is
 * left for them.
 * @param day Day of the judgement, as YYYY-MM-DD.
 */
export function waiverStub(row: Row, day: string): string {
  const { finding, rule } = row;
  const scope = Object.entries(scopeOf(row)).map(([key, value]) => `      ${key}: ${quoted(exact(value))}`);
  return [
    `  - id: W-${day.slice(0, 4)}-… # the next free number`,
    ...(rule.control === undefined ? [] : [`    control: ${quoted(rule.control)}`]),
    `    rule: ${quoted(rule.id)}`,
    `    scope: # finding ${finding.id}`,
    ...scope,
    '    reason: … # why the control cannot be met',
    '    compensatingControl: … # what limits the risk instead',
    '    riskOwner: … # who bears the risk',
    '    approver: … # who approved it; never the risk owner',
    '    ticket: …',
    '    issued: … # day of the approval, YYYY-MM-DD',
    '    expires: … # last day, YYYY-MM-DD',
    '',
  ].join('\n');
}

/** The construct where it is known, else the resource; never a position in a list, which changes. */
function scopeOf({ finding, template }: Row): Readonly<Record<string, string>> {
  const { constructPath, logicalId, resourceType, property } = finding;
  const resource = logicalId === '' ? { type: resourceType } : { logicalId, type: resourceType };
  const hasPosition = property?.split('.').some((part) => /^\d+$/.test(part)) ?? true;
  return {
    ...(template.account !== undefined && { account: template.account }),
    ...(constructPath === undefined ? resource : { constructPath }),
    ...(property === undefined || hasPosition ? {} : { property }),
  };
}

/** Text that stands for itself where scopes are globs. */
function exact(text: string): string {
  return text.replaceAll(/[*?[\]{}()!+@\\]/g, String.raw`\$&`);
}

/** A scalar of YAML: as it is where nobody can mistake it, else in double quotes, which read as JSON does. */
function quoted(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
