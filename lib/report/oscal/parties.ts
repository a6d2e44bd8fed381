import type { JudgedWaiver } from '../../model';
import { systemName, type OscalInput } from './input';
import type { Party, Role } from './model';
import { line } from './text';
import { uuidOf } from './uuid';

/** Who takes part, by what they do. */
export const ROLES: readonly Role[] = [
  { id: 'risk-owner', title: 'Bears the risk of a waiver' },
  { id: 'approver', title: 'Approves waivers, never their own' },
];

/** Identifies a person or role that a register names. */
export function partyUuid(input: OscalInput, name: string): string {
  return uuidOf('party', systemName(input), name);
}

/** Everybody that the waivers name, each once. */
export function partiesOf(input: OscalInput, waivers: readonly JudgedWaiver[]): readonly Party[] {
  const names = new Set(waivers.flatMap(({ riskOwner, approver }) => [riskOwner, approver]));
  return [...names].map((name) => ({ uuid: partyUuid(input, name), type: 'person', name: line(name) }));
}
