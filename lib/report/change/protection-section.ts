import type { Finding, Gain, SecurityChange } from '../../model';
import { called, placed, shortly } from './phrases';
import type { Entry, Section } from './section';

/** Rules whose findings other sections tell. */
const ELSEWHERE = new Set(['flow-opened', 'policy-broadened', 'guardrail-loosened']);

/** What loses or gains protection, a record, encryption, retention, rotation. */
export function protectionSection({ weakened, strengthened }: SecurityChange): Section {
  return {
    title: 'Protection',
    question: 'What lost or gained protection or a record',
    entries: [
      ...weakened.filter(({ rule }) => !ELSEWHERE.has(rule)).map(lossEntry),
      ...strengthened.filter(({ rule }) => !ELSEWHERE.has(rule)).map(gainEntry),
    ],
  };
}

function lossEntry(finding: Finding): Entry {
  const { status, rule, property, evidence = {} } = finding;
  const { observed, expected, because } = evidence;
  return {
    word: 'weaker',
    weight: status === 'fail' ? 'worse' : 'doubt',
    sentence:
      observed === 'removed'
        ? `${called(finding)} is removed (${rule})`
        : `${called(finding)}: ${nameOf(property)} is ${shortly(observed)}, was ${shortly(expected)} (${rule})`,
    details: because === undefined ? [] : [because],
    place: placed(finding),
  };
}

function gainEntry(gain: Gain): Entry {
  const { property, evidence } = gain;
  const { observed, expected } = evidence;
  return {
    word: 'stronger',
    weight: 'better',
    sentence:
      expected === 'removed'
        ? `${called(gain)} is new`
        : `${called(gain)}: ${nameOf(property)} is ${shortly(observed)}, was ${shortly(expected)}`,
    details: [],
    place: placed(gain),
  };
}

function nameOf(property = 'termination protection'): string {
  return property.replace(/^Properties\.?/, '');
}
