import type { Check } from '../../model';
import { toolVersion } from '../../model/package';
import { checksStatus, checksText, checksVerdict } from '../checks-text';
import { examine } from '../doctor';
import type { FormatTarget } from '../formats';
import type { Session } from '../io';
import { Progress } from '../progress';
import { targetsOf, writeDocument } from '../write-result';

export interface DoctorFlags {
  readonly config?: string;
  readonly format?: readonly FormatTarget[];
}

/** Examines the surroundings and says what it found; returns the exit status. */
export async function runDoctor({ config, format = [] }: DoctorFlags, session: Session): Promise<number> {
  const progress = new Progress(session);
  progress.show('doctor: looking');
  const checks = await examine(config, session);
  progress.end();
  const makers = { text: (color: boolean) => checksText(checks, color), json: () => doctorJson(checks) };
  writeDocument(makers, targetsOf(format, false), session);
  return checksStatus(checks);
}

function doctorJson(checks: readonly Check[]): string {
  const tool = { name: 'lionrock', version: toolVersion() };
  return `${JSON.stringify({ schemaVersion: '1', verdict: checksVerdict(checks), tool, checks }, undefined, 2)}\n`;
}
