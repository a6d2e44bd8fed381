import type { GlanceReview } from '../../../../model';
import { STRINGS } from '../../strings';
import type { Row } from '../findings/filter';
import { groupsOf, type Group } from '../findings/group';
import { useSpeech } from '../language';
import { addressOf } from '../route/route';
import { Original } from '../ui/original';
import { SeverityMark } from '../ui/severity-mark';

const { glance: words } = STRINGS;

/** Matters that are listed; the rest stands in the findings. */
const SHOWN = 6;

/** What to do first: what fails by its gravity, then what is undecided. */
export function WhatToDo({ rows, glance }: { readonly rows: readonly Row[]; readonly glance: GlanceReview }) {
  const { t } = useSpeech();
  const open = groupsOf(
    rows.filter(({ finding }) => finding.status !== 'waived'),
    'rule',
  );
  const shown = open.slice(0, SHOWN);
  const { errors } = glance;
  const isQuiet = open.length + errors.length === 0;
  return (
    <section class="to-do">
      <h3>{t(words.whatToDo)}</h3>
      {isQuiet && <p>{t(words.nothingToDo)}</p>}
      {!isQuiet && (
        <ol>
          {errors.length > 0 && (
            <li>
              <strong>{t(words.readAgain)}:</strong> {t(words.errors, { n: errors.length })}{' '}
              <span class="second">
                {errors[0]?.path}: <Original>{errors[0]?.message}</Original>
              </span>
            </li>
          )}
          {shown.map((group) => (
            <Matter key={group.key} group={group} />
          ))}
        </ol>
      )}
      {open.length > SHOWN && (
        <p>
          <a href="#findings">{t(words.moreToDo, { n: open.length - SHOWN })}</a>
        </p>
      )}
    </section>
  );
}

function Matter({ group }: { readonly group: Group }) {
  const { t } = useSpeech();
  const [{ finding, rule }] = group.rows;
  const verb = finding.status === 'unknown' ? words.decide : words.mend;
  return (
    <li>
      <SeverityMark severity={rule.severity} /> <strong>{t(verb)}:</strong>{' '}
      <a href={addressOf({ name: 'findings', query: { status: finding.status, text: rule.id } })}>
        <Original>{rule.message}</Original>
      </a>
      <span class="second">
        {t(words.places, { n: group.rows.length })}
        {' · '}
        <Original>{finding.status === 'unknown' ? (finding.because ?? rule.remediation) : rule.remediation}</Original>
      </span>
    </li>
  );
}
