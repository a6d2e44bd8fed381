import type { GuardrailsReview, ResidualAction } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { List } from '../ui/list';
import { Original } from '../ui/original';
import { Table } from '../ui/table';

const { residency: words } = STRINGS;

const ANSWERS = {
  yes: ['status-pass', words.proved],
  no: ['status-fail', words.refuted],
  unknown: ['status-unknown', words.undecided],
} as const;

/** What is proved of the organisation's policies, and what they leave possible. */
export function Guardrails({ guardrails }: { readonly guardrails: GuardrailsReview | undefined }) {
  const { t } = useSpeech();
  if (!guardrails) {
    return (
      <>
        <h3>{t(words.guardrails)}</h3>
        <p>{t(words.noGuardrails)}</p>
      </>
    );
  }
  const { properties, residual } = guardrails;
  return (
    <>
      <h3>{t(words.guardrails)}</h3>
      <Table
        caption={t(words.guardrails)}
        rows={properties}
        keyOf={({ name }) => name}
        columns={[
          { name: t(words.property), isHeader: true, cell: ({ name }) => <Original>{name}</Original> },
          {
            name: t(words.answer),
            cell: ({ answer }) => <span class={`mark ${ANSWERS[answer][0]}`}>{t(ANSWERS[answer][1])}</span>,
          },
          { name: t(words.counterexamples), cell: ({ counterexamples }) => <List items={counterexamples} /> },
        ]}
      />
      <h3>{t(words.residual)}</h3>
      <p>{t(words.residualHelp)}</p>
      {residual.length === 0 ? (
        <p>{t(words.noResidual)}</p>
      ) : (
        <Table<ResidualAction>
          caption={t(words.residual)}
          rows={residual}
          keyOf={({ action }) => action}
          columns={[
            { name: t(words.action), isHeader: true, cell: ({ action }) => <code>{action}</code> },
            { name: t(words.where), cell: ({ regions }) => regions.join(', ') },
            { name: t(words.why), cell: ({ why }) => <Original>{why}</Original> },
          ]}
        />
      )}
    </>
  );
}
