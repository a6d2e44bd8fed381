import { types } from 'node:util';
import { errorText } from '../../model';

/** Why AWS did not do what it was asked. */
export interface Refusal {
  /** `expired`: log in again; `throttled`: later; `denied`: not allowed; `no-answer`: no answer came. */
  readonly kind: 'no-credentials' | 'expired' | 'clock' | 'invalid' | 'denied' | 'throttled' | 'refused' | 'no-answer';
  /** On one line. */
  readonly message: string;
}

const KINDS: readonly (readonly [RegExp, Refusal['kind']])[] = [
  [/^CredentialsProviderError$/, 'no-credentials'],
  [/^(ExpiredToken|ExpiredTokenException|TokenRefreshRequired)$/, 'expired'],
  [/^(RequestExpired|RequestTimeTooSkewed|RequestInTheFuture)$/, 'clock'],
  [
    /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|AuthFailure)$/,
    'invalid',
  ],
  [/^(AccessDenied|AccessDeniedException|UnauthorizedOperation|NotAuthorized)$/, 'denied'],
  [/^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded|SlowDown)$/, 'throttled'],
];

/** What an error of the SDK says. */
export function refusalOf(error: unknown): Refusal {
  const message = errorText(error);
  const name = types.isNativeError(error) ? error.name : '';
  if (/signature (expired|not yet current)/i.test(message)) return { kind: 'clock', message };
  const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1];
  if (kind) return { kind, message };
  return { kind: statusOf(error) === undefined ? 'no-answer' : statusKind(error), message: message || name };
}

function statusKind(error: unknown): Refusal['kind'] {
  const status = statusOf(error) ?? 500;
  return status >= 400 && status < 500 ? 'refused' : 'no-answer';
}

/** The HTTP status of the answer, where there was one. */
function statusOf(error: unknown): number | undefined {
  const metadata: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, '$metadata') : undefined;
  const status: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'httpStatusCode') : undefined;
  return typeof status === 'number' ? status : undefined;
}
