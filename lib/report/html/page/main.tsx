import { render } from 'preact';
import type { DrawnReview } from '../drawn-review';
import { unpack } from '../pack/unpack';
import { isLanguage, STRINGS } from '../strings';
import { App } from './shell/app';

/** Shows the review that stands in the file. */
function start(): void {
  const data = document.getElementById('review');
  const root = document.getElementById('page');
  if (!data || !root) return;
  const asked = data.dataset['language'] ?? '';
  const language = isLanguage(asked) ? asked : 'en';
  try {
    // The same version of this project wrote it, into the same file.
    const review = unpack(JSON.parse(data.textContent)) as DrawnReview;
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
