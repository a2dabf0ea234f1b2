import { useRef, useState } from 'preact/hooks';
import { SEVERITIES, type Severity } from '../../engine/types.ts';
import type { ChecklistIssue } from '../../protocol/messages.ts';
import { LIST_ORDERS, type ListOrder } from '../../settings/settings.ts';
import { SeverityMark } from '../severity-mark.tsx';
import { text } from '../text.ts';

export interface ToolbarProps {
  readonly issues: readonly ChecklistIssue[];
  /** The only level that is shown; undefined for all. */
  readonly severity: Severity | undefined;
  readonly query: string;
  readonly order: ListOrder;
  onSeverity(severity: Severity | undefined): void;
  onQuery(query: string): void;
  onOrder(order: ListOrder): void;
}

/** The counters, which are filters; the order; the search. */
export function Toolbar({ issues, severity: only, query, order, onSeverity, onQuery, onOrder }: ToolbarProps) {
  const [isSearching, setSearching] = useState(query !== '');
  const searchButton = useRef<HTMLButtonElement>(null);
  const closeSearch = () => {
    onQuery('');
    setSearching(false);
    searchButton.current?.focus();
  };
  return (
    <div class="toolbar">
      <div class="toolbar-line">
        <fieldset class="counters" aria-label={text('filterByLevel')}>
          {SEVERITIES.map((severity) => {
            const count = issues.filter((issue) => issue.severity === severity).length;
            if (count === 0 && only !== severity) return null;
            const name = text(`severity_${severity}`);
            return (
              <button
                type="button"
                class="counter"
                key={severity}
                aria-pressed={only === severity}
                title={text(only === severity ? 'showEverything' : 'onlyLevel', name, count)}
                onClick={() => onSeverity(only === severity ? undefined : severity)}
              >
                <SeverityMark severity={severity} />
                <span class="counter-name" aria-hidden="true">
                  {name}
                </span>
                <span class="counter-count">{count}</span>
              </button>
            );
          })}
        </fieldset>
        <fieldset class="orders" aria-label={text('listOrder')}>
          {LIST_ORDERS.map((candidate) => (
            <button
              type="button"
              class="order"
              key={candidate}
              aria-pressed={order === candidate}
              onClick={() => onOrder(candidate)}
            >
              {text(`order_${candidate}`)}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          class="tool"
          ref={searchButton}
          title={text('search')}
          aria-label={text('search')}
          aria-expanded={isSearching}
          onClick={() => (isSearching ? closeSearch() : setSearching(true))}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="7" cy="7" r="4.2" />
            <path d="m10.2 10.2 3.3 3.3" />
          </svg>
        </button>
      </div>
      {isSearching && (
        <input
          class="search"
          type="search"
          lang="zh-CN"
          // The button that opened it was pressed to search.
          ref={(input) => {
            if (input && query === '' && !input.dataset.opened) {
              input.dataset.opened = '';
              input.focus();
            }
          }}
          aria-label={text('search')}
          placeholder={text('searchHint')}
          value={query}
          onInput={({ currentTarget }) => onQuery(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            closeSearch();
          }}
        />
      )}
    </div>
  );
}
