/** The frame around the sections. */
export const pageStrings = {
  title: { en: 'Security review', 'zh-Hant': '保安審查報告' },
  noScript: {
    en: 'This page needs JavaScript to show its parts. It runs only the script inside this file and loads nothing.',
    'zh-Hant': '本頁需要 JavaScript 以顯示內容。它只執行本檔案內的程式，不會載入任何外部資源。',
  },
  broken: {
    en: 'This page could not be shown: {message}',
    'zh-Hant': '未能顯示本頁：{message}',
  },
  skip: { en: 'Skip to the content', 'zh-Hant': '跳至主要內容' },
  sections: { en: 'Sections', 'zh-Hant': '章節' },
  language: { en: 'Language', 'zh-Hant': '語言' },
  print: { en: 'Print', 'zh-Hant': '列印' },
  appearance: { en: 'Appearance', 'zh-Hant': '外觀' },
  automatic: { en: 'As the system', 'zh-Hant': '跟隨系統' },
  light: { en: 'Light', 'zh-Hant': '淺色' },
  dark: { en: 'Dark', 'zh-Hant': '深色' },
  copy: { en: 'Copy', 'zh-Hant': '複製' },
  copied: { en: 'Copied', 'zh-Hant': '已複製' },
  notCopied: { en: 'Select the text and copy it', 'zh-Hant': '請自行選取及複製文字' },
  download: { en: 'Download as CSV', 'zh-Hant': '下載 CSV' },
  none: { en: 'none', 'zh-Hant': '無' },
  notStated: { en: 'not stated', 'zh-Hant': '未有列明' },
  data: {
    en: 'Names, findings and controls are shown as they stand in the templates and the catalogue.',
    'zh-Hant': '名稱、審查結果及管控措施均按範本及目錄原文（英文）顯示。',
  },
  footer: {
    en: 'Made by Lionrock {version}, rules {ruleSet}. This file is complete in itself: it loads nothing and sends nothing.',
    'zh-Hant': '由 Lionrock {version} 製作，規則版本 {ruleSet}。本檔案自成一體，不會載入或傳送任何資料。',
  },
} as const;
