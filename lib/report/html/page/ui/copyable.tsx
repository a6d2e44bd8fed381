import { useState } from 'preact/hooks';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';

/** Text in a box, with a button that copies it. */
export function Copyable({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useSpeech();
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid(t(STRINGS.page.copied)),
      () => setSaid(t(STRINGS.page.notCopied)),
    );
  };
  return (
    <div class="copyable">
      <pre tabIndex={0} aria-label={label}>
        {text}
      </pre>
      <p class="actions">
        <button type="button" onClick={copy}>
          {t(STRINGS.page.copy)}
        </button>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
