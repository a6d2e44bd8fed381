/** A report that is due after an incident, to whom, and by when. */
export interface IncidentReport {
  readonly report: string;
  readonly to: string;
  /** Instant by which it must be there. */
  readonly due: Date;
  /** Where it is asked for. */
  readonly source: string;
}

/** What is known of an incident. */
export interface Incident {
  /** Instant from which the times count. G3 18.1(b) is read as counting from the discovery, the earliest there is. */
  readonly discovered: Date;
  /** Instant of the resolution. @default - it is not resolved */
  readonly resolved?: Date;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SOURCE = 'G3 18.1(b)';
const OFFICE = 'GIRO Standing Office';

/**
 * The reports that G3 18.1(b) asks of a department, earliest first: by telephone within 60 minutes, the preliminary form
 * within 48 hours, a first interim report within 14 days, a post-incident report within a week of the resolution. Helps
 * with DET-05.
 * @throws Error when an instant is not valid, or the resolution comes before the discovery.
 */
export function incidentTimeline({ discovered, resolved }: Incident): readonly IncidentReport[] {
  assertInstant('discovered', discovered);
  if (resolved) {
    assertInstant('resolved', resolved);
    if (resolved < discovered) {
      throw new Error(
        `found resolved ${resolved.toISOString()} before discovered ${discovered.toISOString()}: correct one of them`,
      );
    }
  }
  const reports = [
    after('report by telephone', discovered, 60 * MINUTE),
    after('preliminary incident report form', discovered, 48 * HOUR),
    after('first interim report', discovered, 14 * DAY),
    ...(resolved ? [after('post-incident report', resolved, 7 * DAY)] : []),
  ];
  return reports.toSorted((a, b) => a.due.getTime() - b.due.getTime());
}

function after(report: string, from: Date, milliseconds: number): IncidentReport {
  return { report, to: OFFICE, due: new Date(from.getTime() + milliseconds), source: SOURCE };
}

function assertInstant(name: string, instant: Date): void {
  if (Number.isNaN(instant.getTime()))
    throw new Error(`found ${name} that is no instant: expected a valid date and time`);
}
