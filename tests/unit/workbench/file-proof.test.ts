import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeyedIssue } from '../../../lib/engine/types.ts';
import type { FrameMessage } from '../../../lib/protocol/messages.ts';
import { TextSync } from '../../../lib/protocol/text-sync.ts';
import { FileProof } from '../../../lib/workbench/file-proof.ts';
import type { ProofPort, TextEvents } from '../../../lib/workbench/proof-port.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const issueAt = (start: number): KeyedIssue => ({
  ...{ ruleId: 'typo/test', category: 'typo', severity: 'error', range: [start, start + 2], message: '' },
  key: String(start),
});

/** A port that keeps what it is given: each text with its sync. */
function fakePort() {
  const texts: { sync: TextSync; scope: string; events: TextEvents; sent: FrameMessage[] }[] = [];
  const port = {
    open(text: string, scope: string, events: TextEvents) {
      const sent: FrameMessage[] = [];
      const sync = new TextSync(texts.length, text, (message) => void sent.push(message));
      texts.push({ sync, scope, events, sent });
      return sync;
    },
  };
  const answer = (index: number, version: number, issues: readonly KeyedIssue[]) => {
    const { sync, events } = texts[index]!;
    sync.receive({ version, number: version, issues });
    events.found({});
  };
  return { port: port as unknown as ProofPort, texts, answer };
}

it('brings an issue back when the edit that touched it is undone before it was sent', () => {
  const { port, texts, answer } = fakePort();
  const proof = new FileProof(port, '工作布署', undefined, () => {});
  answer(0, 1, [issueAt(2)]);
  proof.update('工作部署');
  expect(proof.issues).toEqual([]);
  proof.update('工作布署');
  vi.runAllTimers();
  expect(proof.issues).toEqual([issueAt(2)]);
  expect(texts[0]!.sent.map(({ type }) => type)).toEqual(['open']);
});

it('checks what stands beside the document apart, and tells all issues where they stand in the file', () => {
  const { port, texts, answer } = fakePort();
  const proof = new FileProof(
    port,
    '正文\n单元布署\n布署',
    [{ isBody: true }, { isBody: false }, { isBody: true }],
    () => {},
  );
  expect(texts.map(({ scope, sync }) => [scope, sync.text])).toEqual([
    ['document', '正文\n布署'],
    ['paragraph', '单元布署'],
  ]);
  expect(proof.progress).toBe(0);
  answer(0, 1, [issueAt(3)]);
  expect(proof.hasFindings).toBe(false);
  answer(1, 1, [issueAt(2)]);
  expect(proof.issues.map(({ range }) => range)).toEqual([
    [5, 7],
    [8, 10],
  ]);
  expect([proof.hasFindings, proof.progress]).toEqual([true, 1]);
});
