import { partsOf, type Resource } from '../../../template';

/** The service of an endpoint by the end of its name: `s3` of `com.amazonaws.ap-east-1.s3`. */
export function serviceOf(endpoint: Resource): string {
  const parts = partsOf(endpoint.properties['ServiceName']) ?? [];
  const text = parts.map((part) => (typeof part === 'string' ? part : '*')).join('');
  return /^(?:com|cn\.com)\.amazonaws\.[^.]+\.(.+)$/.exec(text)?.[1] ?? text;
}
