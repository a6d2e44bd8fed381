import { asText, isMap, Partial, Unknown, type Resource, type Value } from '../../template';
import type { Found } from '../check';
import { parseJsonText } from '../policy';

/**
 * The settings of Session Manager in a document of the type Session, as a map or as JSON text; undefined for other documents,
 * and for sessions that forward a port or run one command: their documents have no settings.
 * Source: Systems Manager user guide, Session document schema.
 */
export function sessionSettings({ properties }: Resource): ((name: string) => Found) | undefined {
  const type = properties['DocumentType'];
  if (!(type instanceof Unknown) && asText(type) !== 'Session') return undefined;
  const content = contentOf(properties['Content']);
  const kind = isMap(content) ? asText(content['sessionType']) : undefined;
  if (kind !== undefined && kind !== 'Standard_Stream') return undefined;
  return (name) => ({ path: `Content.inputs.${name}`, value: settingIn(content, name) });
}

function contentOf(content: Value | undefined): Value | undefined {
  return typeof content === 'string' || content instanceof Partial
    ? (parseJsonText(content) ?? new Unknown('the content of the document is no JSON text that is known'))
    : content;
}

function settingIn(content: Value | undefined, name: string): Value | undefined {
  if (!isMap(content)) return content;
  const inputs = content['inputs'];
  return isMap(inputs) ? inputs[name] : inputs;
}

/** Whether a store of the logs is named: empty names switch it off. */
export function isNamed({ value }: Found): boolean {
  return value !== undefined && value !== '';
}
