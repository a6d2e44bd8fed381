import type { GateResult } from '../../model';

/** An account of the landing zone, as the config states it. */
export interface OscalAccount {
  readonly name: string;
  /** 12 digits. */
  readonly id: string;
  readonly department?: string | undefined;
  readonly classification: string;
  readonly personalData: boolean;
  readonly systemTier: number;
}

/** The system that was judged. */
export interface OscalSystem {
  readonly name: string;
  /** Who owns and runs the infrastructure. */
  readonly deploymentModel?: string | undefined;
  readonly accounts: readonly OscalAccount[];
}

/** What a set of OSCAL documents is made of. */
export interface OscalInput {
  readonly result: GateResult;
  /** Instant of the judgement: the only time that the documents state, beside the days of waivers. */
  readonly now: Date;
  /** Time zone in which the days of waivers end. */
  readonly timeZone: string;
  /** Files that were read, with their SHA-256 in hexadecimal digits. */
  readonly inputs: readonly (readonly [path: string, sum: string])[];
  /** List of sums of an evidence bundle, with its own SHA-256; undefined without one. */
  readonly evidence?: readonly [path: string, sum: string] | undefined;
  /** Rules that judged, each with the control that it evidences. */
  readonly rules: readonly { readonly id: string; readonly control: string }[];
  /** Undefined without the config of a landing zone. */
  readonly system?: OscalSystem | undefined;
}

/** Names the system in identifiers: the same for each run over it. */
export function systemName({ system }: OscalInput): string {
  return system?.name ?? 'system without config';
}
