import { guardrailsOf, proofOf } from '../../proofs/guardrails';
import { guardrailsJson, guardrailsText, type GuardrailResult } from '../../report';
import type { Unit } from '../../template';
import { authorityOf, type Authority, type AuthorityFlags } from '../authority';
import { CannotError, EXIT } from '../exit';
import type { FormatTarget } from '../formats';
import type { Session } from '../io';
import { templateOptions, type TemplateFlags } from '../template-options';
import { targetsOf, writeDocument } from '../write-result';
import { proveEach, statusOf, type Proved } from './prove-each';

export interface GuardrailFlags extends TemplateFlags, AuthorityFlags {
  readonly format?: readonly FormatTarget[];
  readonly quiet?: true;
}

/** Proves what the guardrails of each path really deny; returns the exit status. */
export function runProveGuardrails(paths: readonly string[], flags: GuardrailFlags, session: Session): number {
  const authority = authorityOf(flags, session);
  if (!authority) return EXIT.fail;
  const prove = (path: string, unit: Unit) => proveOne(path, unit, authority);
  const results = proveEach<GuardrailResult>(paths, templateOptions(flags), prove, session, flags.format);
  const proofs = results.map(({ proof }) => proof);
  const write = { json: () => guardrailsJson(proofs), text: (color: boolean) => guardrailsText(proofs, { color }) };
  writeDocument(write, targetsOf(flags.format ?? [], flags.quiet ?? false), session);
  return statusOf(results.map(({ status }) => status));
}

function proveOne(path: string, { graph }: Unit, { profile, registers }: Authority): Proved<GuardrailResult> {
  const proof = proofOf(guardrailsOf(graph, profile, registers?.allowedGlobalServices));
  if (proof.properties.length === 0) {
    throw new CannotError(
      `${path} attaches no service or resource control policy: there are no guardrails of which anything could be proved`,
    );
  }
  const statuses = { yes: EXIT.pass, no: EXIT.fail, unknown: EXIT.undecided };
  return { proof: { path, proof }, status: statusOf(proof.properties.map(({ answer }) => statuses[answer])) };
}
