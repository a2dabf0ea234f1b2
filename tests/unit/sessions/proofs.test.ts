import { expect, it, vi } from 'vitest';
import type { KeyedIssue } from '../../../lib/engine/types.ts';
import { type ProofCommand, parseProofMessage } from '../../../lib/protocol/proof.ts';
import { ProofSessions } from '../../../lib/sessions/proofs.ts';

/** Finds “错”, a character a step, each of which takes 20 milliseconds. */
function background() {
  let now = 0;
  const tasks: (() => void)[] = [];
  const setRule = vi.fn();
  const scopes: string[] = [];
  const sessions = new ProofSessions(
    {
      openCheck: (scope) => {
        scopes.push(scope);
        return {
          *prepare(text) {
            for (let index = 1; index <= text.length; index++) {
              now += 20;
              yield index / text.length;
            }
          },
          check: (text) => ({
            issues: [...text.matchAll(/错/g)].map(
              ({ index }): KeyedIssue => ({
                ...{ ruleId: 'typo/test', category: 'typo', severity: 'hint', range: [index, index + 1] },
                ...{ message: '', key: String(index) },
              }),
            ),
          }),
        };
      },
      setRule,
      later: (task) => void tasks.push(task),
      now: () => now,
    },
    { status: 'loading' },
  );
  const posted: ProofCommand[] = [];
  const connection = sessions.connect((command) => void posted.push(command));
  return {
    sessions,
    connection,
    setRule,
    scopes,
    tasks,
    take: () => posted.splice(0),
    rest() {
      for (let task = tasks.shift(); task; task = tasks.shift()) task();
      return posted.splice(0);
    },
  };
}

const opening = { type: 'open', field: 1, version: 1, text: '甲乙丙错', scope: 'document' } as const;

it('checks a long text in slices, tells how far it is, and then all issues, hints too', () => {
  const { connection, rest } = background();
  connection.receive(opening);
  expect(rest()).toMatchObject([
    { type: 'model', state: { status: 'loading' } },
    { type: 'progress', field: 1, done: 0.5 },
    { type: 'progress', field: 1, done: 1 },
    { type: 'findings', field: 1, answer: { version: 1, number: 1, issues: [{ range: [3, 4] }] } },
  ]);
});

it('begins anew where the text is edited meanwhile, and answers once', () => {
  const { connection, rest, tasks, take } = background();
  connection.receive(opening);
  tasks.shift()!();
  take();
  connection.receive({ type: 'edit', field: 1, version: 2, start: 0, deleted: 1, inserted: '错' });
  const findings = rest().filter(({ type }) => type === 'findings');
  expect(findings).toMatchObject([{ answer: { version: 2, issues: [{ range: [0, 1] }, { range: [3, 4] }] } }]);
});

it('asks for the whole text where an edit does not fit', () => {
  const { connection, take } = background();
  take();
  connection.receive({ type: 'edit', field: 1, version: 2, start: 0, deleted: 1, inserted: '' });
  expect(take()).toEqual([{ type: 'resend', field: 1 }]);
});

it('says nothing of a text that was closed, or whose workbench is gone', () => {
  const { connection, rest, take } = background();
  take();
  connection.receive(opening);
  connection.receive({ type: 'close', field: 1 });
  expect(rest()).toEqual([]);
  connection.receive(opening);
  connection.disconnect();
  expect(rest()).toEqual([]);
});

it('checks everything anew when the rules change, each text in its scope', () => {
  const { sessions, connection, rest, scopes } = background();
  connection.receive(opening);
  connection.receive({ ...opening, field: 2, scope: 'paragraph' });
  rest();
  sessions.recheck();
  expect(rest().filter(({ type }) => type === 'findings')).toHaveLength(2);
  expect(scopes).toEqual(['document', 'paragraph', 'document', 'paragraph']);
});

it('passes on what a workbench says of a rule, and the state of the language model to it', () => {
  const { sessions, connection, setRule, take } = background();
  take();
  connection.receive({ type: 'rule', ruleId: 'typo/test', on: false });
  expect(setRule).toHaveBeenCalledExactlyOnceWith('typo/test', false);
  sessions.tellModel({ status: 'ready' });
  expect(take()).toEqual([{ type: 'model', state: { status: 'ready' } }]);
});

it.each([
  ['without a scope', { ...opening, scope: undefined }],
  ['of an unknown scope', { ...opening, scope: 'book' }],
  ['of another kind', { type: 'focus', field: 1 }],
  ['without a form', null],
])('takes no message %s', (_, message) => {
  expect(parseProofMessage(message)).toBeUndefined();
});
