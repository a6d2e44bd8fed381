import { render } from 'preact';
import { isLanguage, STRINGS } from '../strings';
import { reviewIn } from './review-in';
import { App } from './shell/app';

/** Shows the review that stands in the file. */
function start(): void {
  const root = document.getElementById('page');
  if (!root) return;
  const asked = root.dataset['language'] ?? '';
  const language = isLanguage(asked) ? asked : 'en';
  try {
    const review = reviewIn(document);
    root.replaceChildren();
    const draw = (printing: boolean) => render(<App review={review} language={language} printing={printing} />, root);
    draw(false);
    addEventListener('beforeprint', () => draw(true));
    addEventListener('afterprint', () => draw(false));
  } catch (error) {
    const text = STRINGS.page.broken[language];
    root.textContent = text.replace('{message}', error instanceof Error ? error.message : String(error));
    throw error;
  }
}

start();
