import type { Desk } from './desk.ts';
import { Failures } from './failures.tsx';
import { workbenchText as text } from './text.ts';

export interface StartProps {
  readonly desk: Desk;
  onChoose(): void;
  onWrite(): void;
}

/** The desk with nothing on it: what can be brought, and that it stays here. */
export function Start({ desk, onChoose, onWrite }: StartProps) {
  return (
    <main class="start">
      <div class="start-sheet">
        <h2>{text('startTitle')}</h2>
        <p class="start-lead">{text('startLead')}</p>
        <div class="start-ways">
          <button type="button" class="primary" onClick={onChoose}>
            {text('choose')}
          </button>
          <button type="button" class="plain" onClick={onWrite}>
            {text('write')}
          </button>
        </div>
        <p class="start-hint">{text('startHint')}</p>
        <Failures desk={desk} />
        <dl class="start-kinds">
          {(['word', 'plain', 'old'] as const).map((kind) => (
            <div key={kind}>
              <dt>{text(`kind_${kind}`)}</dt>
              <dd>{text(`kind_${kind}_what`)}</dd>
            </div>
          ))}
        </dl>
        <p class="start-private">{text('startPrivate')}</p>
      </div>
    </main>
  );
}
