import type { Protocol } from '../../../model';

/** Can `from` open connections to `to`? */
export interface Question {
  /** `internet`, a zone (`data`, `portal/data`), an address block, `LogicalId` or `TEMPLATE#LogicalId`. */
  readonly from: string;
  readonly to: string;
  /** Destination port. Default: any. */
  readonly port?: number;
  /** Default: tcp when a port is given, else all. `icmp` is an echo request that is answered. */
  readonly protocol?: Protocol;
}

/** A question that cannot be asked of these templates; the message says why, and what could be asked. */
export class QuestionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'QuestionError';
  }
}
