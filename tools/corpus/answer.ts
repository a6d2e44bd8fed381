import type { Finding } from '../../lib/model';
import { rulesForUpstream, type UpstreamSource } from '../../lib/rules';
import { disputeOf, type Dispute } from './disputed';
import type { Label } from './labels';

const SOURCES: Readonly<Record<string, UpstreamSource>> = {
  'bridgecrewio/checkov': 'checkov',
  'stelligent/cfn_nag': 'cfn-nag',
  'aws-cloudformation/aws-guard-rules-registry': 'guard',
  'cdklabs/cdk-nag': 'cdk-nag',
};

/** How a label came out. */
export interface Answer {
  readonly label: Label;
  /** Whether it holds: found as fail, not contradicted, or waived by the template. */
  readonly met: boolean;
  /** The label is met only because a dispute corrects its topic, or left out by one. */
  readonly disputed: 'met' | 'left out' | undefined;
  /** No rule of the category fails on the resource, and one could not decide. */
  readonly unknown: boolean;
  /** Rules that say something of the resource that is not a pass. */
  readonly said: readonly Finding[];
  /** For pass labels: rules of the category that fail although the label's own rule passes. */
  readonly stricter: readonly string[];
}

/** A label that says suppressed where nothing is wrong, or where the upstream rule did not apply at all. */
const NOTHING_TO_WAIVE: Pick<Dispute, 'instead'> = {};

/** Holds a label against the findings of its template. */
export function answer(label: Label, findings: readonly Finding[]): Answer {
  const here = findings.filter(({ logicalId }) => concerns(label, logicalId));
  const dispute = label.expect === 'suppressed' && !hasToWaive(label, here) ? NOTHING_TO_WAIVE : disputeOf(label);
  const topic = label.topic;
  const met = holds(label, topic, here);
  const corrected = dispute?.instead !== undefined && holds(label, dispute.instead, here);
  const ofTopic = here.filter(({ category }) => category === topic);
  return {
    label,
    met,
    disputed: met || !dispute ? undefined : corrected ? 'met' : dispute.instead === undefined ? 'left out' : undefined,
    unknown: ofTopic.some(({ status }) => status === 'unknown') && !ofTopic.some(({ status }) => status === 'fail'),
    said: here.filter(({ status }) => status !== 'pass'),
    stricter: label.expect === 'pass' && met ? ofTopic.filter(isFailed).map(({ rule }) => rule) : [],
  };
}

function holds(label: Label, category: Label['topic'], here: readonly Finding[]): boolean {
  if (label.expect === 'fail') return here.some((finding) => isFailed(finding) && finding.category === category);
  const same = sameQuestion(label);
  const about = ({ rule, category: its }: Finding) => (same ? same.includes(rule) : its === category);
  if (label.expect === 'pass') return !here.some((finding) => isFailed(finding) && about(finding));
  return here.some((finding) => finding.status === 'waived' && (about(finding) || finding.category === category));
}

/** Whether one of our rules that ask the same has something to say of the resource. */
function hasToWaive(label: Label, here: readonly Finding[]): boolean {
  const same = sameQuestion(label);
  return here.some(({ rule, status }) => status !== 'pass' && (same?.includes(rule) ?? true));
}

function isFailed({ status }: Finding): boolean {
  return status === 'fail';
}

/** Our rules that ask what the label's rule asks; undefined for labels written by hand, which speak of the topic. */
function sameQuestion({ source, ruleId }: Label): readonly string[] | undefined {
  const upstream = SOURCES[source];
  return upstream && (rulesForUpstream(upstream, ruleId) ?? []);
}

/** A label without a resource speaks of any of its candidates, or of the template as a whole. */
function concerns({ resource, candidates }: Label, logicalId: string): boolean {
  if (resource !== null) return logicalId === resource;
  return candidates && candidates.length > 0 ? candidates.includes(logicalId) : true;
}
