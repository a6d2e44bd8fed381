import type { PlannedStack } from '../plan';

/** What a stack's deployment says while it goes on. */
export interface StackProgress {
  /** Resources that stand, of all that it has. */
  readonly completed: number;
  readonly total: number | undefined;
  /** Something that was done on the way and is worth a line of its own. */
  readonly note?: string;
}

export interface Deployed {
  /** False when the stack stood already as it should. */
  readonly changed: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Brings one stack to its account. */
export interface Deployer {
  /**
   * Deploys a stack and waits for it. Doing it twice changes nothing the second time.
   * @param wasInterrupted An earlier run ended in the middle of it: what CloudFormation still does is waited for first.
   * @throws Error when it failed, with what CloudFormation says.
   */
  deploy(
    stack: PlannedStack,
    wasInterrupted: boolean,
    onProgress: (progress: StackProgress) => void,
  ): Promise<Deployed>;
  /**
   * Whether a stack that an earlier run deployed still stands: somebody may have removed it meanwhile.
   * @default the earlier run is believed
   */
  isStanding?(stack: PlannedStack): Promise<boolean>;
}
