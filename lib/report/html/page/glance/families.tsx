import type { FamilyCount, GlanceReview } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { SEVERITY_ORDER } from '../order';
import { addressOf } from '../route/route';

const { glance: words } = STRINGS;

/** What fails by family of controls and severity, each number a way to it. */
export function Families({ glance: { families } }: { readonly glance: GlanceReview }) {
  const { t } = useSpeech();
  if (families.length === 0) return null;
  return (
    <>
      <h3>{t(words.families)}</h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={t(words.families)}>
        <table class="counts">
          <thead>
            <tr>
              <th scope="col">{t(words.family)}</th>
              {SEVERITY_ORDER.map((severity) => (
                <th scope="col" key={severity}>
                  {t(STRINGS.severity[severity])}
                </th>
              ))}
              <th scope="col">{t(STRINGS.status.unknown)}</th>
              <th scope="col">{t(STRINGS.status.waived)}</th>
            </tr>
          </thead>
          <tbody>
            {families.map((each) => (
              <Family key={each.family} {...each} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Family({ family, fail, unknown, waived }: FamilyCount) {
  const { t } = useSpeech();
  const cell = (count: number, query: Readonly<Record<string, string>>) => (
    <td key={JSON.stringify(query)}>
      {count === 0 ? '–' : <a href={addressOf({ name: 'findings', query: { family, ...query } })}>{count}</a>}
    </td>
  );
  return (
    <tr>
      <th scope="row">{family === 'other' ? t(words.other) : family}</th>
      {SEVERITY_ORDER.map((severity) => cell(fail[severity], { status: 'fail', severity }))}
      {cell(unknown, { status: 'unknown' })}
      {cell(waived, { status: 'waived' })}
    </tr>
  );
}
