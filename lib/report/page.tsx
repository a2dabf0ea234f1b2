/** A record as a page to be read and printed. Pure components: in the browser Preact draws them, `html.ts` writes them. */
import type { Locale } from '../settings/locale.ts';
import { type LaidOutEntry, type LaidOutSection, layOutRecord, type RecordLayout } from './layout.ts';
import type { Outcome, ReviewRecord } from './record.ts';

export interface RecordPageProps {
  readonly record: ReviewRecord;
  readonly locale: Locale;
}

/** Its style sheet is page.css. */
export function RecordPage({ record, locale }: RecordPageProps) {
  const { title, facts, summary, parts, omissions, sections, closing, signature } = layOutRecord(record, locale);
  return (
    <article class="record" lang={locale}>
      <h1>{title}</h1>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Summary {...summary} />
      {parts && <Parts {...parts} />}
      {omissions && (
        <section>
          <h2>{omissions.heading}</h2>
          {omissions.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
      {sections.map((section) => (
        <Section key={section.outcome} {...section} />
      ))}
      <footer>
        <p>{closing}</p>
        <p class="signature">
          {signature.map((label) => (
            <span key={label}>{label}</span>
          ))}
        </p>
      </footer>
    </article>
  );
}

function Summary({ heading, sentence, table }: RecordLayout['summary']) {
  const [head, ...rows] = table;
  return (
    <section>
      <h2>{heading}</h2>
      <p>{sentence}</p>
      {head && (
        <table>
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, ...cells]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {cells.map((cell, index) => (
                  <td key={head[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Parts({ heading, items }: NonNullable<RecordLayout['parts']>) {
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="parts">
        {items.map(({ name, state, label }) => (
          <li key={name} class={state}>
            {name}
            <small class="state">{label}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Section({ outcome, heading, count, entries }: LaidOutSection) {
  return (
    <section class={outcome}>
      <h2>
        {heading}
        <small class="count">{count}</small>
      </h2>
      <ol>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record does not change
          <Entry key={index} {...entry} outcome={outcome} />
        ))}
      </ol>
    </section>
  );
}

function Entry({
  severity,
  level,
  category,
  message,
  places,
  more,
  details,
  outcome,
}: LaidOutEntry & { readonly outcome: Outcome }) {
  return (
    <li>
      <p class="message">
        <b class={severity}>{level}</b> <span class="category">{category}</span> {message}
      </p>
      {places.map(({ where, before, matched, after, becomes }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a record does not change
        <p class="place" key={index}>
          {where && <small class="where">{where}</small>}
          {before}
          {outcome === 'fixed' && becomes !== undefined ? (
            <>
              {matched !== '' && <del>{matched}</del>}
              {becomes !== '' && <ins>{becomes}</ins>}
            </>
          ) : (
            <mark>{matched}</mark>
          )}
          {after}
        </p>
      ))}
      {more && <p class="detail">{more}</p>}
      {details.map((detail) => (
        <p class="detail" key={detail}>
          {detail}
        </p>
      ))}
    </li>
  );
}
