import { useSpeech } from '../language';
import { STRINGS } from '../../strings';

/** Texts under each other; says so where there are none. */
export function List({ items }: { readonly items: readonly string[] }) {
  const { t } = useSpeech();
  if (items.length === 0) return <>{t(STRINGS.page.none)}</>;
  return (
    <ul class="tight">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
