import { expect, it } from 'vitest';
import { sealState } from '../../../lib/page/seal-state.ts';

const issues = [{ severity: 'error' }, { severity: 'warning' }, { severity: 'error' }, { severity: 'hint' }] as const;

it('counts errors and doubts, even while it waits', () => {
  expect(sealState('文', issues, true, 'loading')).toEqual({ status: 'issues', errors: 2, warnings: 1 });
});

it('calls a text clean only when all has been looked for', () => {
  expect(sealState('文', [], false, 'ready').status).toBe('clean');
  expect(sealState('文', [issues[3]], false, 'ready').status).toBe('clean');
  expect(sealState('文', [], true, 'ready').status).toBe('checking');
  expect(sealState('文', [], false, 'loading').status).toBe('checking');
  expect(sealState('文', [], false, 'idle').status).toBe('checking');
  expect(sealState('文', [], false, 'failed').status).toBe('partial');
});

it('has nothing to say of an empty field', () => {
  expect(sealState(' \n', [], true, 'loading').status).toBe('empty');
});
