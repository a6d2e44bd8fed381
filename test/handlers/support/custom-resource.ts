import {
  customResource,
  type ResourceRequest,
  type ResourceWork,
  type ResponseWays,
  type RunContext,
} from '../../../lib/handlers/custom-resource';

export function requestOf(
  RequestType: ResourceRequest['RequestType'],
  ResourceProperties: ResourceRequest['ResourceProperties'],
  PhysicalResourceId?: string,
): ResourceRequest {
  return {
    RequestType,
    ResourceProperties,
    ResponseURL: 'https://cloudformation.example/answer',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Resource',
    ...(PhysicalResourceId === undefined ? {} : { PhysicalResourceId }),
  };
}

export interface Answers {
  readonly ways: ResponseWays;
  readonly run: RunContext;
  /** What arrived, as CloudFormation reads it. */
  readonly sent: Record<string, unknown>[];
  /** Milliseconds waited between attempts. */
  readonly pauses: number[];
}

/**
 * Takes answers as CloudFormation does.
 * @param lost How many get lost before one arrives.
 * @param remaining Milliseconds that the run has, counted down by each pause.
 */
export function answersTo(lost = 0, remaining = 600_000): Answers {
  const sent: Record<string, unknown>[] = [];
  const pauses: number[] = [];
  let left = lost;
  return {
    sent,
    pauses,
    run: { getRemainingTimeInMillis: () => remaining - pauses.reduce((sum, pause) => sum + pause, 0) },
    ways: {
      put: async (_, body) => {
        if (left-- > 0) throw new Error('the network broke');
        sent.push(JSON.parse(body) as Record<string, unknown>);
      },
      pause: async (milliseconds) => void pauses.push(milliseconds),
    },
  };
}

/** Runs a custom resource once, and says what CloudFormation hears. */
export async function answerOf(work: ResourceWork, request: ResourceRequest, remaining?: number) {
  const answers = answersTo(0, remaining);
  await customResource(work, answers.ways)(request, answers.run);
  return answers.sent[0];
}
