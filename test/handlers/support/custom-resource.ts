import type { ResourceRequest, ResponseWays } from '../../../lib/handlers/custom-resource';

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
  /** What arrived, as CloudFormation reads it. */
  readonly sent: Record<string, unknown>[];
  /** Milliseconds waited between attempts. */
  readonly pauses: number[];
}

/** Takes answers as CloudFormation does. @param lost How many get lost before one arrives. */
export function answersTo(lost = 0): Answers {
  const sent: Record<string, unknown>[] = [];
  const pauses: number[] = [];
  let left = lost;
  return {
    sent,
    pauses,
    ways: {
      put: async (_, body) => {
        if (left-- > 0) throw new Error('the network broke');
        sent.push(JSON.parse(body) as Record<string, unknown>);
      },
      pause: async (milliseconds) => void pauses.push(milliseconds),
    },
  };
}
