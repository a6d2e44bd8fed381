import type { Language } from './language';

/** One text of the page in every language. `{n}` and other names in braces are filled in. */
export interface Text {
  /** Two forms where the number decides: of one, of several. */
  readonly en: string | readonly [one: string, several: string];
  readonly 'zh-Hant': string;
}

/** Values for the names in braces; `n` decides between one and several. */
export type Values = Readonly<Record<string, string | number>>;

/** Says texts in one language. */
export type Translate = (text: Text, values?: Values) => string;

/** The translator into a language. */
export function format(language: Language): Translate {
  return (text, values = {}) => {
    const found = text[language];
    const form = typeof found === 'string' ? found : found[values['n'] === 1 ? 0 : 1];
    return form.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : shown(value);
    });
  };
}

/** Thousands are set apart, in the same way in both languages. */
function shown(value: string | number): string {
  return typeof value === 'string' ? value : String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
