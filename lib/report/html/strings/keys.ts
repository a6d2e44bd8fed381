import type { KeyOrigin, KeyPower } from '../../../model';
import type { Text } from './text';

export const powerStrings: Readonly<Record<KeyPower, Text>> = {
  administer: { en: 'Administer', 'zh-Hant': '管理' },
  destroy: { en: 'Destroy', 'zh-Hant': '銷毀' },
  use: { en: 'Use', 'zh-Hant': '使用' },
  audit: { en: 'Audit', 'zh-Hant': '審計' },
};

export const originStrings: Readonly<Record<KeyOrigin, Text>> = {
  AWS_KMS: { en: 'made and kept by KMS', 'zh-Hant': '由 KMS 產生及保管' },
  EXTERNAL: { en: 'made by the department and imported', 'zh-Hant': '由部門產生並匯入' },
  AWS_CLOUDHSM: { en: 'stays in HSMs of the department (CloudHSM)', 'zh-Hant': '保存於部門專用的 HSM（CloudHSM）' },
  EXTERNAL_KEY_STORE: { en: 'stays outside of AWS (external key store)', 'zh-Hant': '保存於 AWS 以外（外部密鑰庫）' },
};

/** The section "Keys". */
export const keyStrings = {
  title: { en: 'Keys', 'zh-Hant': '密鑰' },
  none: { en: 'These templates make no key.', 'zh-Hant': '範本內沒有建立密鑰。' },
  help: {
    en: 'Who can do what follows from key policies, identity policies and guardrails in these templates together. “Perhaps” depends on the request, or on a policy that stands in no template. Grants that are made while a system runs stand in no template.',
    'zh-Hant':
      '權限由範本內的密鑰政策、身分政策及機構護欄共同決定。「或可」表示取決於具體請求，或取決於範本以外的政策。系統運行期間發出的授權不載於任何範本。',
  },
  search: { en: 'Search', 'zh-Hant': '搜尋' },
  searchHint: { en: 'alias, account, role', 'zh-Hant': '別名、帳戶、角色' },
  filter: { en: 'Filter keys', 'zh-Hant': '篩選密鑰' },
  shown: { en: ['{n} key of {total}', '{n} keys of {total}'], 'zh-Hant': '顯示 {n} 個，共 {total} 個' },
  key: { en: 'Key', 'zh-Hant': '密鑰' },
  account: { en: 'Account', 'zh-Hant': '帳戶' },
  rotation: { en: 'Rotation', 'zh-Hant': '輪換' },
  everyDays: { en: 'every {n} days', 'zh-Hant': '每 {n} 日' },
  yearly: { en: 'yearly', 'zh-Hant': '每年' },
  off: { en: 'off', 'zh-Hant': '關閉' },
  notRotated: { en: 'KMS does not rotate it', 'zh-Hant': 'KMS 不會輪換' },
  material: { en: 'Material', 'zh-Hant': '密鑰材料' },
  unknown: { en: 'unknown', 'zh-Hant': '不明' },
  perhaps: { en: 'perhaps', 'zh-Hant': '或可' },
  somePerhaps: { en: '{n} perhaps', 'zh-Hant': '{n} 個或可' },
  protects: { en: 'Protects', 'zh-Hant': '保護' },
  nothing: { en: 'nothing in these templates', 'zh-Hant': '範本內沒有資源' },
  nobody: { en: 'nobody in these templates', 'zh-Hant': '範本內沒有身分' },
  multiRegion: { en: 'More regions than one', 'zh-Hant': '多地區' },
  pending: { en: 'Days before it is deleted', 'zh-Hant': '刪除前等候日數' },
  usage: { en: 'Usage', 'zh-Hant': '用途' },
  description: { en: 'Description', 'zh-Hant': '說明' },
  yes: { en: 'yes', 'zh-Hant': '是' },
  no: { en: 'no', 'zh-Hant': '否' },
  who: { en: 'Who can do what', 'zh-Hant': '誰可執行甚麼' },
  identity: { en: 'Role', 'zh-Hant': '角色' },
  policy: { en: 'What the key policy says', 'zh-Hant': '密鑰政策內容' },
  statement: { en: 'Statement', 'zh-Hant': '陳述' },
  effect: { en: 'Effect', 'zh-Hant': '效果' },
  powers: { en: 'Lets do', 'zh-Hant': '容許操作' },
  other: { en: 'other actions', 'zh-Hant': '其他操作' },
  principals: { en: 'To whom', 'zh-Hant': '對象' },
  conditions: { en: 'When', 'zh-Hant': '條件' },
  always: { en: 'always', 'zh-Hant': '任何情況' },
  back: { en: 'All keys', 'zh-Hant': '返回所有密鑰' },
  missing: { en: 'There is no key {id} here.', 'zh-Hant': '本報告沒有密鑰 {id}。' },
  unread: { en: 'Not read', 'zh-Hant': '未能讀取' },
} as const;
