import { useEffect, useRef } from 'preact/hooks';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { addressOf } from '../route/route';
import { CodeLines } from '../ui/code-lines';
import { Copyable } from '../ui/copyable';
import { Facts } from '../ui/facts';
import { Original } from '../ui/original';
import { SeverityMark } from '../ui/severity-mark';
import { StatusMark } from '../ui/status-mark';
import type { Row } from './filter';
import { waiverStub } from './waiver-stub';
import { Witness } from './witness';

const { findings: words } = STRINGS;

/** One finding: what is wrong, how to mend it, where it stands, what shows it. */
export function FindingDetail({ row, day }: { readonly row: Row; readonly day: string }) {
  const { t } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: false }), []);
  const { finding, rule } = row;
  const { excerpt, location, witness = [] } = finding;
  return (
    <article>
      <p class="marks">
        <SeverityMark severity={rule.severity} /> <StatusMark status={finding.status} />
        {finding.state === 'new' && <span class="mark new">{t(words.stateNew)}</span>}
      </p>
      <h3 ref={heading} tabIndex={-1}>
        <Original>{rule.message}</Original>
      </h3>
      {finding.status === 'unknown' && (
        <p>
          {t(words.undecided)} <Original>{finding.because ?? ''}</Original>
        </p>
      )}
      <h4>{t(words.remediation)}</h4>
      <p>
        <Original>{rule.remediation}</Original>
      </p>
      <Place row={row} />
      {excerpt && location && (
        <CodeLines excerpt={excerpt} label={t(words.lines, { file: location.file, line: String(location.line) })} />
      )}
      <Found row={row} />
      {witness.length > 0 && <Witness hops={witness} />}
      {finding.status !== 'waived' && (
        <details class="stub">
          <summary>{t(words.stub)}</summary>
          <p>{t(words.stubHelp)}</p>
          <Copyable text={waiverStub(row, day)} label={t(words.stub)} />
        </details>
      )}
    </article>
  );
}

function Place({ row: { finding, rule, template } }: { readonly row: Row }) {
  const { t } = useSpeech();
  const { logicalId, resourceType, constructPath, property, source, location, waiver } = finding;
  const control = rule.control;
  return (
    <>
      <h4>{t(words.where)}</h4>
      <Facts
        facts={[
          [t(words.resource), logicalId === '' ? t(words.wholeTemplate) : <code>{logicalId}</code>],
          [t(words.type), logicalId === '' ? '' : resourceType],
          [t(words.construct), constructPath],
          [t(words.property), property && <code>{property}</code>],
          [t(words.account), template.account],
          [t(words.template), location ? `${location.file}:${location.line}` : template.path],
          [t(words.code), source && `${source.file}:${source.line}:${source.column}`],
          [t(words.control), control && <a href={addressOf({ name: 'control', item: control })}>{control}</a>],
          [t(words.rule), rule.id],
          [t(words.waiver), waiver && <a href={addressOf({ name: 'waiver', item: waiver })}>{waiver}</a>],
          [t(words.id), <code key="id">{finding.id}</code>],
        ]}
      />
    </>
  );
}

function Found({ row: { finding } }: { readonly row: Row }) {
  const { t } = useSpeech();
  const { observed, expected, because, status } = finding;
  const reason = status === 'unknown' ? undefined : because;
  if (observed === undefined && expected === undefined && reason === undefined) return null;
  return (
    <>
      <h4>{t(words.found)}</h4>
      <Facts
        facts={[
          [t(words.found), observed === undefined ? '' : <pre key="observed">{observed === '' ? '""' : observed}</pre>],
          [t(words.expected), expected === undefined ? '' : <pre key="expected">{expected}</pre>],
          [t(words.because), reason && <Original>{reason}</Original>],
        ]}
      />
    </>
  );
}
