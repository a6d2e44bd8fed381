import type { FindingStatus, Severity, Verdict } from '../../../model';
import type { Text } from './text';

export const verdictStrings: Readonly<Record<Verdict, Text>> = {
  pass: { en: 'Pass', 'zh-Hant': '通過' },
  fail: { en: 'Fail', 'zh-Hant': '不通過' },
  unknown: { en: 'Undecided', 'zh-Hant': '未能判定' },
};

export const severityStrings: Readonly<Record<Severity, Text>> = {
  critical: { en: 'Critical', 'zh-Hant': '嚴重' },
  high: { en: 'High', 'zh-Hant': '高' },
  medium: { en: 'Medium', 'zh-Hant': '中' },
  low: { en: 'Low', 'zh-Hant': '低' },
};

export const statusStrings: Readonly<Record<FindingStatus, Text>> = {
  fail: { en: 'Failed', 'zh-Hant': '不符合' },
  unknown: { en: 'Undecided', 'zh-Hant': '未能判定' },
  waived: { en: 'Waived', 'zh-Hant': '已豁免' },
  pass: { en: 'Passed', 'zh-Hant': '符合' },
};
