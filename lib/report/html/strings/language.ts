/** Languages of the page: how each calls itself, and its tag (BCP 47). */
export const LANGUAGES = {
  en: { name: 'English', tag: 'en' },
  'zh-Hant': { name: '繁體中文', tag: 'zh-Hant-HK' },
} as const;

export type Language = keyof typeof LANGUAGES;

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}
