import type { HistoryKind, WaiverState } from '../../../model';
import type { Text } from './text';

export const historyStrings: Readonly<Record<HistoryKind, Text>> = {
  'waiver approved': { en: 'Waiver approved', 'zh-Hant': '豁免獲批' },
  'waiver entered': { en: 'Waiver entered into the register', 'zh-Hant': '豁免載入登記冊' },
  'waiver changed': { en: 'Waiver changed in the register', 'zh-Hant': '登記冊內的豁免有更改' },
  'waiver taken out': { en: 'Waiver taken out of the register', 'zh-Hant': '豁免從登記冊移除' },
  'waiver to be reviewed': { en: 'Waiver to be reviewed', 'zh-Hant': '覆檢豁免' },
  'waiver ends': { en: 'Waiver ends', 'zh-Hant': '豁免屆滿' },
  'transfer begins': { en: 'Transfer begins', 'zh-Hant': '資料轉移開始' },
  'transfer to be reviewed': { en: 'Transfer to be reviewed', 'zh-Hant': '覆檢資料轉移' },
  'transfer ends': { en: 'Transfer ends', 'zh-Hant': '資料轉移屆滿' },
  'contract filed': { en: 'Contract filed', 'zh-Hant': '合同備案' },
  'contract takes effect': { en: 'Contract takes effect', 'zh-Hant': '合同生效' },
  'flow ends': { en: 'Flow ends', 'zh-Hant': '數據流屆滿' },
};

export const waiverStateStrings: Readonly<Record<WaiverState, Text>> = {
  live: { en: 'In force', 'zh-Hant': '有效' },
  expiring: { en: 'Expiring', 'zh-Hant': '即將屆滿' },
  expired: { en: 'Expired', 'zh-Hant': '已屆滿' },
};

/** The section "Waivers and approvals". */
export const approvalStrings = {
  title: { en: 'Waivers and approvals', 'zh-Hant': '豁免及批准' },
  waivers: { en: 'Waivers', 'zh-Hant': '豁免' },
  noRegister: {
    en: 'No register of waivers was given: nothing is waived.',
    'zh-Hant': '未有提供豁免登記冊：沒有任何豁免。',
  },
  noWaivers: { en: 'The register holds no waiver.', 'zh-Hant': '登記冊內沒有豁免。' },
  waiver: { en: 'Waiver', 'zh-Hant': '豁免' },
  what: { en: 'From what', 'zh-Hant': '豁免事項' },
  scope: { en: 'Where', 'zh-Hant': '範圍' },
  reason: { en: 'Reason', 'zh-Hant': '理由' },
  instead: { en: 'Instead', 'zh-Hant': '補償措施' },
  people: { en: 'Risk owner and approver', 'zh-Hant': '風險承擔人及批准人' },
  term: { en: 'Term', 'zh-Hant': '期限' },
  daysLeft: { en: ['{n} day left', '{n} days left'], 'zh-Hant': '尚餘 {n} 日' },
  daysOver: { en: ['{n} day over', '{n} days over'], 'zh-Hant': '已逾期 {n} 日' },
  covers: { en: ['{n} finding', '{n} findings'], 'zh-Hant': '{n} 項結果' },
  approvedBy: { en: 'approved by {name}', 'zh-Hant': '批准人：{name}' },
  riskOf: { en: 'at the risk of {name}', 'zh-Hant': '風險承擔人：{name}' },
  history: { en: 'In the order of days', 'zh-Hant': '按日期次序' },
  historyHelp: {
    en: 'What the registers hold, and what was entered, changed or taken out of them by the history of their repository, as an audit every two years asks for it (S17 20.2).',
    'zh-Hant': '登記冊內的紀錄，以及按其版本紀錄曾載入、更改或移除的條目，以供每兩年一次的審計（S17 20.2）查閱。',
  },
  gaps: { en: 'What is missing', 'zh-Hant': '欠缺的紀錄' },
  noHistory: { en: 'The registers hold nothing with a day.', 'zh-Hant': '登記冊內沒有附有日期的條目。' },
  day: { en: 'Day', 'zh-Hant': '日期' },
  event: { en: 'What', 'zh-Hant': '事項' },
  subject: { en: 'Of what', 'zh-Hant': '內容' },
  approver: { en: 'Approved by', 'zh-Hant': '批准人' },
  reference: { en: 'Reference', 'zh-Hant': '檔號' },
  today: { en: 'Today', 'zh-Hant': '今日' },
} as const;
