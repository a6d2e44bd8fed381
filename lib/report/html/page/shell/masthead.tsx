import { useEffect, useState } from 'preact/hooks';
import type { Review } from '../../../../model';
import { isLanguage, LANGUAGES, STRINGS, type Language } from '../../strings';
import { useSpeech } from '../language';
import { remember, rememberedTheme } from './remembered';

const { page } = STRINGS;

export interface MastheadProps {
  readonly review: Review;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** What this is, of what, of when, and how it ended. */
export function Masthead({ review: { glance }, language, onLanguage }: MastheadProps) {
  const { t } = useSpeech();
  return (
    <header class="masthead">
      <div class="title">
        <p class="kicker">{t(page.title)}</p>
        <h1>{glance.subject}</h1>
        <p class="about">
          {glance.profile.title} · <time dateTime={glance.judgedAt}>{glance.judgedAt.slice(0, 10)}</time>
        </p>
      </div>
      <p class={`stamp ${glance.verdict}`}>
        <span class="visually-hidden">{t(STRINGS.glance.verdict)}: </span>
        {t(STRINGS.verdict[glance.verdict])}
      </p>
      <div class="settings">
        <label>
          {t(page.language)}
          <select
            value={language}
            onChange={({ currentTarget: { value } }) => {
              if (isLanguage(value)) onLanguage(value);
            }}
          >
            {Object.entries(LANGUAGES).map(([id, { name: own, tag }]) => (
              <option key={id} value={id} lang={tag} selected={id === language}>
                {own}
              </option>
            ))}
          </select>
        </label>
        <Appearance />
        <button type="button" onClick={() => print()}>
          {t(page.print)}
        </button>
      </div>
    </header>
  );
}

function Appearance() {
  const { t } = useSpeech();
  const [theme, setTheme] = useState(rememberedTheme);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    remember('theme', theme);
  }, [theme]);
  return (
    <label>
      {t(page.appearance)}
      <select value={theme} onChange={({ currentTarget }) => setTheme(currentTarget.value)}>
        <option value="">{t(page.automatic)}</option>
        <option value="light">{t(page.light)}</option>
        <option value="dark">{t(page.dark)}</option>
      </select>
    </label>
  );
}
