import { asBoolean, asNumber, asText, isList, isMap, parseJsonText, Partial, type Value } from '../../../../template';

/** Names of segments: those listed, or all but some. */
export interface Names {
  readonly except: boolean;
  readonly listed: readonly string[];
}

export interface Segment {
  readonly name: string;
  /** Whether attachments of the segment have no routes to each other. */
  readonly isolated: boolean;
  /** Segments of which routes are kept out; what is shared all the same is not. */
  readonly denies: readonly string[];
  /** Segments of which alone routes come in; undefined: of any. */
  readonly allows: readonly string[] | undefined;
}

/** What is done for one segment. */
export type SegmentAction =
  | { readonly action: 'share'; readonly segment: string; readonly with: Names }
  | {
      readonly action: 'create-route';
      readonly segment: string;
      readonly blocks: readonly Value[];
      readonly destinations: readonly Value[];
    }
  | {
      readonly action: 'send-via' | 'send-to';
      readonly segment: string;
      readonly to: Names;
      readonly groups: readonly string[];
    };

export interface AttachmentCondition {
  readonly type: string;
  readonly operator: string;
  readonly key: string;
  readonly value: string;
}

/** Rules are tried by number: the first that matches an attachment says where it belongs. */
export interface AttachmentRule {
  readonly number: number;
  readonly logic: string;
  readonly conditions: readonly AttachmentCondition[];
  readonly segment: string | undefined;
  /** Key of the attachment's tag whose value is the segment. */
  readonly segmentTag: string | undefined;
  readonly group: string | undefined;
}

/** A core network policy, as far as it decides where packets go. */
export interface CorePolicy {
  readonly segments: readonly Segment[];
  readonly actions: readonly SegmentAction[];
  readonly rules: readonly AttachmentRule[];
  readonly groupReferences: boolean;
}

const ALL: Names = { except: true, listed: [] };

/**
 * Reads a core network policy. Source: AWS Cloud WAN, Core network policy version parameters.
 * @returns why it does not tell where packets go, when it is not known or uses what is not modelled
 */
export function corePolicyOf(document: Value | undefined): CorePolicy | string {
  const text = typeof document === 'string' || document instanceof Partial ? parseJsonText(document) : document;
  if (!isMap(text)) return 'its policy document is not in these templates';
  try {
    return policyOf(text);
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

/** A part of a policy that does not say what it means. */
class Unreadable extends Error {}

type Section = { readonly [key: string]: Value };

function policyOf(document: Section): CorePolicy {
  for (const name of ['routing-policies', 'attachment-routing-policy-rules']) {
    if (listIn(document, name).length > 0) throw new Unreadable(`its ${name} change routes, which is not modelled`);
  }
  const configuration = document['core-network-configuration'];
  const references = isMap(configuration) ? configuration['security-group-referencing-support'] : undefined;
  return {
    segments: sectionsIn(document, 'segments').map(segmentOf),
    actions: sectionsIn(document, 'segment-actions').map(actionOf),
    rules: sectionsIn(document, 'attachment-policies')
      .map(ruleOf)
      .toSorted((a, b) => a.number - b.number),
    groupReferences: asBoolean(references) === true,
  };
}

function segmentOf(section: Section): Segment {
  const allows = section['allow-filter'];
  return {
    name: nameIn(section, 'name'),
    isolated: flagIn(section, 'isolate-attachments'),
    denies: namesIn(section, 'deny-filter'),
    allows: allows === undefined || allows === null ? undefined : namesIn(section, 'allow-filter'),
  };
}

function actionOf(section: Section): SegmentAction {
  const [action, segment] = [nameIn(section, 'action'), nameIn(section, 'segment')];
  if (action === 'share') return { action, segment, with: segmentsIn(section['share-with'], 'share-with') };
  if (action === 'create-route') {
    return {
      action,
      segment,
      blocks: listIn(section, 'destination-cidr-blocks'),
      destinations: listIn(section, 'destinations'),
    };
  }
  if (action !== 'send-via' && action !== 'send-to')
    throw new Unreadable(`its segment action ${action} is not modelled`);
  const [via, sent] = [section['via'], section['when-sent-to']];
  if (!isMap(via)) throw new Unreadable(`its segment action ${action} names no network function group`);
  const to = isMap(sent) ? segmentsIn(sent['segments'], 'when-sent-to') : ALL;
  return { action, segment, to, groups: namesIn(via, 'network-function-groups') };
}

function ruleOf(section: Section): AttachmentRule {
  const action = section['action'];
  if (!isMap(action)) throw new Unreadable('an attachment policy of it has no action that is known here');
  const number = asNumber(section['rule-number']);
  if (number === undefined) throw new Unreadable('the number of an attachment policy of it is not known here');
  return {
    number,
    logic: asText(section['condition-logic']) ?? 'and',
    conditions: sectionsIn(section, 'conditions').map((condition) => ({
      type: nameIn(condition, 'type'),
      operator: asText(condition['operator']) ?? 'equals',
      key: asText(condition['key']) ?? '',
      value: asText(condition['value']) ?? '',
    })),
    segment: optional(action, 'segment'),
    segmentTag: asText(action['association-method']) === 'tag' ? nameIn(action, 'tag-value-of-key') : undefined,
    group: optional(action, 'add-to-network-function-group'),
  };
}

/** `"*"`, a list of names, or `{"except": […]}`. */
function segmentsIn(value: Value | undefined, what: string): Names {
  if (value === undefined || value === null) return ALL;
  if (isMap(value)) return { except: true, listed: namesIn(value, 'except') };
  const listed = texts(isList(value) ? value : [value], what);
  return listed.includes('*') ? ALL : { except: false, listed };
}

function listIn(section: Section, name: string): readonly Value[] {
  const value = section[name];
  if (value === undefined || value === null) return [];
  if (!isList(value)) throw new Unreadable(`its ${name} are not known here`);
  return value;
}

function sectionsIn(section: Section, name: string): readonly Section[] {
  return listIn(section, name).map((item) => {
    if (!isMap(item)) throw new Unreadable(`one of its ${name} is not known here`);
    return item;
  });
}

function namesIn(section: Section, name: string): readonly string[] {
  return texts(listIn(section, name), name);
}

function texts(values: readonly Value[], what: string): readonly string[] {
  return values.map((value) => {
    const text = asText(value);
    if (text === undefined) throw new Unreadable(`a name in its ${what} is not known here`);
    return text;
  });
}

function nameIn(section: Section, name: string): string {
  return texts([section[name] ?? null], name)[0] ?? '';
}

function optional(section: Section, name: string): string | undefined {
  return section[name] === undefined || section[name] === null ? undefined : nameIn(section, name);
}

function flagIn(section: Section, name: string): boolean {
  const value = section[name];
  const flag = value === undefined || value === null ? false : asBoolean(value);
  if (flag === undefined) throw new Unreadable(`${name} of a segment of it is not known here`);
  return flag;
}
