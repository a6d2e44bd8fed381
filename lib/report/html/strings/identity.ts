import type { Privilege } from '../../../model';
import type { Text } from './text';

export const privilegeStrings: Readonly<Record<Privilege, Text>> = {
  everything: { en: 'everything', 'zh-Hant': '全部權限' },
  'grant permissions': { en: 'grant permissions', 'zh-Hant': '授予權限' },
  'change guardrails': { en: 'change guardrails', 'zh-Hant': '更改護欄' },
  'stop logging': { en: 'stop logging', 'zh-Hant': '停止記錄' },
  'delete keys': { en: 'delete keys', 'zh-Hant': '刪除密鑰' },
  'delete backups': { en: 'delete backups', 'zh-Hant': '刪除備份' },
  'open the network': { en: 'open the network', 'zh-Hant': '開放網絡' },
};

/** The section "Privileged access". */
export const identityStrings = {
  title: { en: 'Privileged access', 'zh-Hant': '特權存取' },
  help: {
    en: 'Roles that could undo what protects the landing zone, after their own policies, boundaries and the guardrails are taken together.',
    'zh-Hant': '綜合其政策、權限邊界及機構護欄後，仍可解除保護措施的角色。',
  },
  sure: { en: 'Privileged roles', 'zh-Hant': '特權角色' },
  noneSure: {
    en: 'No role of these templates surely has such a privilege.',
    'zh-Hant': '範本內沒有角色確定擁有此等特權。',
  },
  unsure: { en: 'Roles of which it is not decided', 'zh-Hant': '未能判定的角色' },
  unsureHelp: {
    en: 'They depend on policies that stand in no template, or on the request.',
    'zh-Hant': '取決於範本以外的政策，或取決於具體請求。',
  },
  role: { en: 'Role', 'zh-Hant': '角色' },
  accounts: { en: 'Accounts', 'zh-Hant': '帳戶' },
  can: { en: 'Can', 'zh-Hant': '可執行' },
  perhaps: { en: 'perhaps', 'zh-Hant': '或可' },
  who: { en: 'Who can take it', 'zh-Hant': '誰可擔任' },
  when: { en: 'when {conditions}', 'zh-Hant': '條件：{conditions}' },
  limits: { en: 'Limits', 'zh-Hant': '限制' },
  bounded: { en: 'permissions boundary', 'zh-Hant': '權限邊界' },
  session: { en: 'sessions of {hours} h', 'zh-Hant': '每次 {hours} 小時' },
  breakGlass: { en: 'exempt from guardrails', 'zh-Hant': '獲護欄豁免' },
  because: { en: 'Because', 'zh-Hant': '原因' },
  onRequest: { en: 'it depends on the request', 'zh-Hant': '取決於具體請求' },
  exempted: { en: 'Break-glass: whom the guardrails exempt', 'zh-Hant': '緊急存取：獲護欄豁免者' },
  noneExempted: { en: 'No guardrail exempts anybody by name.', 'zh-Hant': '沒有護欄按名稱豁免任何人。' },
  policies: { en: 'Policies', 'zh-Hant': '政策' },
  permissionSets: { en: 'Permission sets of people', 'zh-Hant': '人員權限集' },
  noSets: { en: 'These templates make no permission set.', 'zh-Hant': '範本內沒有權限集。' },
  set: { en: 'Permission set', 'zh-Hant': '權限集' },
  assigned: { en: 'Assigned to', 'zh-Hant': '指派予' },
} as const;
