import type { EnforcementPoint } from '../../../model';
import type { Text } from './text';

/** Where a control is enforced. */
export const pointStrings: Readonly<Record<EnforcementPoint, Text>> = {
  synth: { en: 'before deployment', 'zh-Hant': '部署前' },
  hook: { en: 'deployment hook', 'zh-Hant': '部署掛鉤' },
  organisation: { en: 'organisation', 'zh-Hant': '機構政策' },
  runtime: { en: 'run time', 'zh-Hant': '運行期間' },
};

/** The section "Controls". */
export const controlStrings = {
  title: { en: 'Controls', 'zh-Hant': '管控措施' },
  gaps: { en: 'Gaps: controls that apply and have no evidence here', 'zh-Hant': '缺口：適用但未有證據的管控措施' },
  noGaps: { en: 'Every control that applies has evidence.', 'zh-Hant': '所有適用的管控措施均有證據。' },
  nothingToJudge: {
    en: 'Nothing in these templates that its rules could judge.',
    'zh-Hant': '範本內沒有其規則可評估的資源。',
  },
  all: { en: 'All controls', 'zh-Hant': '所有管控措施' },
  filter: { en: 'Filter controls', 'zh-Hant': '篩選管控措施' },
  search: { en: 'Search', 'zh-Hant': '搜尋' },
  searchHint: { en: 'id, title, clause', 'zh-Hant': '編號、標題、條款' },
  framework: { en: 'Framework', 'zh-Hant': '框架' },
  state: { en: 'Evidence', 'zh-Hant': '證據' },
  any: { en: 'Any', 'zh-Hant': '全部' },
  control: { en: 'Control', 'zh-Hant': '管控措施' },
  clauses: { en: 'Sources', 'zh-Hant': '依據' },
  points: { en: 'Enforced', 'zh-Hant': '執行點' },
  evidence: { en: 'Evidence', 'zh-Hant': '證據' },
  holds: { en: 'Holds', 'zh-Hant': '符合' },
  fails: { en: 'Fails', 'zh-Hant': '不符合' },
  undecided: { en: 'Undecided', 'zh-Hant': '未能判定' },
  waived: { en: 'Waived', 'zh-Hant': '已豁免' },
  without: { en: 'No evidence', 'zh-Hant': '沒有證據' },
  notApplicable: { en: 'Does not apply', 'zh-Hant': '不適用' },
  passes: { en: ['{n} pass', '{n} passes'], 'zh-Hant': '{n} 項符合' },
  failures: { en: ['{n} failure', '{n} failures'], 'zh-Hant': '{n} 項不符合' },
  unknowns: { en: ['{n} undecided', '{n} undecided'], 'zh-Hant': '{n} 項未能判定' },
  waivers: { en: ['{n} waived', '{n} waived'], 'zh-Hant': '{n} 項已豁免' },
  shown: { en: ['{n} control of {total}', '{n} controls of {total}'], 'zh-Hant': '顯示 {n} 項，共 {total} 項' },
  back: { en: 'All controls', 'zh-Hant': '返回所有管控措施' },
  missing: { en: 'There is no control {id}.', 'zh-Hant': '沒有管控措施 {id}。' },
  sources: { en: 'Sources', 'zh-Hant': '依據' },
  ours: { en: 'This requirement is ours: no framework is cited.', 'zh-Hant': '此要求由本項目訂立，未有引用框架。' },
  rules: { en: 'Rules that evidence it', 'zh-Hant': '作為證據的規則' },
  noRules: { en: 'No rule can show it', 'zh-Hant': '沒有規則可證明' },
  rule: { en: 'Rule', 'zh-Hant': '規則' },
  looksFor: { en: 'What it looks for', 'zh-Hant': '檢查事項' },
  evidenceByResource: { en: 'Resources on which it passes', 'zh-Hant': '符合的資源' },
  toFindings: { en: 'Findings of this control', 'zh-Hant': '此管控措施的審查結果' },
  more: { en: '{n} more: download them as CSV', 'zh-Hant': '另有 {n} 項，請下載 CSV' },
  note: { en: 'Note', 'zh-Hant': '備註' },
  kind: { en: 'Kind', 'zh-Hant': '性質' },
} as const;
