/** What CloudFormation asks of a custom resource (CloudFormation user guide, custom resource request objects). */
export interface ResourceRequest {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Readonly<Record<string, unknown>>;
}

/** What the template reads of the resource by `Fn::GetAtt`. */
export type ResourceAttributes = Readonly<Record<string, string>>;

/** The time that a run has. */
export interface WorkTime {
  /** Milliseconds left for the work, when enough remain to answer. */
  readonly left: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** What a custom resource does. It may be called again with the same request, and must then come to the same end. */
export interface ResourceWork {
  /** Names what the resource stands for; the same for the same properties. */
  id(properties: ResourceRequest['ResourceProperties']): string;
  /**
   * Brings about what the properties ask, whatever is there.
   * @returns what the template reads of it, if anything
   * @throws Error that tells why it cannot.
   */
  set(
    properties: ResourceRequest['ResourceProperties'],
    time: WorkTime,
  ): Promise<ResourceAttributes | undefined> | Promise<void>;
  /** Takes it away; what is not there is no error. @throws Error that tells why it cannot. */
  remove(properties: ResourceRequest['ResourceProperties']): Promise<void>;
}

/** How a handler answers, and how it waits. */
export interface ResponseWays {
  /** @throws Error when the answer did not arrive. */
  readonly put: (url: string, body: string) => Promise<void>;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** What Lambda tells of the run. */
export interface RunContext {
  getRemainingTimeInMillis(): number;
}

const ATTEMPTS = 3;
/** Kept back for the answer, with its attempts. */
const FOR_THE_ANSWER_MS = 20_000;
/** CloudFormation cuts longer reasons. */
const LONGEST_REASON = 1000;

/**
 * Answers CloudFormation once for each request. A failure is an answer too, so that no stack waits for the timeout; only
 * when the answer itself does not arrive it throws, and Lambda calls it again.
 */
export function customResource(
  work: ResourceWork,
  ways: ResponseWays,
): (request: ResourceRequest, context: RunContext) => Promise<void> {
  return async (request, context) => {
    const { StackId, RequestId, LogicalResourceId, ResponseURL } = request;
    const left = () => context.getRemainingTimeInMillis() - FOR_THE_ANSWER_MS;
    const outcome = await attempt(work, request, { left, pause: ways.pause });
    const body = JSON.stringify({ ...outcome, StackId, RequestId, LogicalResourceId });
    await retried(() => ways.put(ResponseURL, body), ways);
  };
}

async function attempt(work: ResourceWork, request: ResourceRequest, time: WorkTime): Promise<object> {
  const { ResourceProperties, LogicalResourceId, PhysicalResourceId } = request;
  try {
    if (request.RequestType === 'Delete') {
      await work.remove(ResourceProperties);
      return { Status: 'SUCCESS', PhysicalResourceId: PhysicalResourceId ?? LogicalResourceId };
    }
    const Data = await work.set(ResourceProperties, time);
    return { Status: 'SUCCESS', PhysicalResourceId: work.id(ResourceProperties), ...(Data ? { Data } : {}) };
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    // Without an id of its own CloudFormation would take the failure for a replacement.
    const id = PhysicalResourceId ?? LogicalResourceId;
    return { Status: 'FAILED', Reason: reason.slice(0, LONGEST_REASON), PhysicalResourceId: id };
  }
}

async function retried(send: () => Promise<void>, { pause }: ResponseWays): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await send();
    } catch (error) {
      if (tried === ATTEMPTS) throw error;
      await pause(tried * 1000);
    }
  }
}
