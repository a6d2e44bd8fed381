import type { Review } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import type { Section } from '../section';

export interface NavigationProps {
  readonly review: Review;
  readonly sections: readonly Section[];
  readonly current: Section | undefined;
}

/** The sections, numbered as in a report, each with how much it holds. */
export function Navigation({ review, sections, current }: NavigationProps) {
  const { t } = useSpeech();
  return (
    <nav class="contents" aria-label={t(STRINGS.page.sections)}>
      <ol>
        {sections.map((section) => {
          const badge = section.badge?.(review, t);
          return (
            <li key={section.id}>
              <a href={`#${section.id}`} aria-current={section === current ? 'page' : undefined}>
                <span>{t(section.title)}</span>
                {badge && <span class={`badge ${badge.tone}`}>{badge.count.toLocaleString('en')}</span>}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
