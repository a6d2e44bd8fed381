import { isLanguage, type Language } from '../../strings';

/** What a reader chose before; a browser that keeps nothing for files has none. */
export function remembered(key: 'language', otherwise: Language): Language {
  const text = read(key);
  return text !== undefined && isLanguage(text) ? text : otherwise;
}

/** How the page looks: as the system wants it, or as the reader chose. */
export function rememberedTheme(): string {
  return read('theme') ?? '';
}

export function remember(key: 'language' | 'theme', value: string): void {
  try {
    localStorage.setItem(`lionrock-${key}`, value);
  } catch {
    // It is only forgotten.
  }
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(`lionrock-${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}
