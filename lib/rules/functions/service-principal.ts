import { asText, Partial, Unknown, type Value } from '../../template';

/** Whether a principal is a service of AWS: `s3.amazonaws.com`, or its name with `${AWS::URLSuffix}`. */
export function isService(principal: Value | undefined): boolean {
  if (principal instanceof Partial) {
    const last = principal.parts.at(-1);
    return last instanceof Unknown ? last.source === 'AWS::URLSuffix' : isSuffix(last);
  }
  return isSuffix(asText(principal));
}

function isSuffix(text: unknown): boolean {
  return typeof text === 'string' && /\.amazonaws\.(com|com\.cn|eu)$/.test(text);
}
