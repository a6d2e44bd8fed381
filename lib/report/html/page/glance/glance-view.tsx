import { useMemo } from 'preact/hooks';
import type { RunError, Warning } from '../../../../model';
import { STRINGS } from '../../strings';
import { rowsOf } from '../findings/filter';
import { useSpeech } from '../language';
import type { SectionProps } from '../section';
import { Original } from '../ui/original';
import { Families } from './families';
import { Numbers } from './numbers';
import { Subject } from './subject';
import { WhatToDo } from './what-to-do';

const { glance: words } = STRINGS;

/** The first page of the report: the verdict and why, what to do, the numbers, and what was judged. */
export function GlanceView({ review }: SectionProps) {
  const { t } = useSpeech();
  const { glance } = review;
  const rows = useMemo(() => rowsOf(review.findings, review.findings.findings), [review]);
  return (
    <>
      <section class={`verdict-box ${glance.verdict}`} aria-label={t(words.verdict)}>
        <p class="verdict-word">{t(STRINGS.verdict[glance.verdict])}</p>
        {glance.reasons.length === 0 ? (
          <p>{t(words.allPasses)}</p>
        ) : (
          <ul class="plain">
            {glance.reasons.map((reason) => (
              <li key={reason}>
                <Original>{reason}</Original>
              </li>
            ))}
          </ul>
        )}
      </section>
      <div class="columns">
        <WhatToDo rows={rows} glance={glance} />
        <Numbers glance={glance} />
      </div>
      <Errors errors={glance.errors} />
      <Families glance={glance} />
      <Warnings warnings={glance.warnings} />
      <Subject review={review} />
    </>
  );
}

function Errors({ errors }: { readonly errors: readonly RunError[] }) {
  const { t } = useSpeech();
  if (errors.length === 0) return null;
  return (
    <>
      <h3 id="errors">{t(words.errorsTitle)}</h3>
      <ul class="plain">
        {errors.map(({ path, line, message }, index) => (
          <li key={index}>
            <code>{line === undefined ? path : `${path}:${line}`}</code> <Original>{message}</Original>
          </li>
        ))}
      </ul>
    </>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const { t } = useSpeech();
  if (warnings.length === 0) return null;
  return (
    <>
      <h3 id="warnings">{t(words.warnings)}</h3>
      <ul class="plain">
        {warnings.map(({ subject, message }, index) => (
          <li key={index}>
            <strong>{subject}</strong> <Original>{message}</Original>
          </li>
        ))}
      </ul>
    </>
  );
}
