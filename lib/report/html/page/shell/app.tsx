import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DrawnReview } from '../../drawn-review';
import { format, LANGUAGES, STRINGS, type Language } from '../../strings';
import { SpeechContext } from '../language';
import type { Route } from '../route/route';
import { useRoute } from '../route/use-route';
import type { Section } from '../section';
import { SECTIONS } from '../sections';
import { Masthead } from './masthead';
import { Navigation } from './navigation';
import { remembered, remember } from './remembered';

export interface AppProps {
  readonly review: DrawnReview;
  readonly language: Language;
  readonly printing: boolean;
}

/** The page: masthead, the list of sections, and the section that is read; on paper all of them. */
export function App({ review, language: initial, printing }: AppProps) {
  const [language, setLanguage] = useState<Language>(() => remembered('language', initial));
  const route = useRoute();
  const t = format(language);
  const sections = SECTIONS.filter(({ isShown }) => isShown?.(review) ?? true);
  const current = sectionAt(sections, route);
  const main = useRef<HTMLElement>(null);
  // Before the browser draws: a screen reader must not speak the new words in the old language.
  useLayoutEffect(() => {
    document.documentElement.lang = LANGUAGES[language].tag;
    document.title = [t(STRINGS.page.title), review.glance.landingZone, current && t(current.title)]
      .filter((part) => part !== undefined)
      .join(' – ');
    remember('language', language);
  }, [language, current?.id]);
  const isFirst = useRef(true);
  useEffect(() => {
    // A reader who chose another section starts at its top; a single thing takes the focus itself.
    if (!isFirst.current && route.item === '') {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    isFirst.current = false;
  }, [current?.id]);
  const shown = printing ? sections : current ? [current] : [];
  return (
    <SpeechContext.Provider value={{ language, t }}>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t(STRINGS.page.skip)}
      </a>
      <Masthead review={review} language={language} onLanguage={setLanguage} />
      <div class="body">
        <Navigation review={review} sections={sections} current={current} />
        <main id="main" tabIndex={-1} ref={main}>
          {shown.map(({ id, title, View }) => (
            <section key={id} class={`chapter ${id}`} aria-labelledby={`title-${id}`}>
              <h2 id={`title-${id}`}>{t(title)}</h2>
              <View review={review} route={route} printing={printing} />
            </section>
          ))}
        </main>
      </div>
      <footer>
        <p>{t(STRINGS.page.footer, review.glance.tool)}</p>
        {language !== 'en' && <p>{t(STRINGS.page.data)}</p>}
      </footer>
    </SpeechContext.Provider>
  );
}

/** The section of an address; the first one where the address names none. */
function sectionAt(sections: readonly Section[], { name }: Route): Section | undefined {
  return sections.find(({ id, items = [] }) => id === name || items.includes(name)) ?? sections[0];
}
