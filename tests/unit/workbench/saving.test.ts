import { ChangeSet } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { KeyedIssue } from '../../../lib/engine/types.ts';
import type { FileEdit } from '../../../lib/workbench/file-edits.ts';
import { copyName, type SaveMode, withEdits, wordChanges } from '../../../lib/workbench/saving.ts';

const TEXT = '认真布署工作，完成任务。';
const CHANGES = ChangeSet.of({ from: 0, insert: '要' }, TEXT.length);
const EDITS: readonly FileEdit[] = [
  { range: [0, 0], replacement: '要', present: [0, 1] },
  {
    range: [2, 3],
    replacement: '部',
    present: [3, 4],
    origin: {
      issue: {
        ...{ ruleId: 'typo/test', category: 'typo', severity: 'error', range: [2, 4], message: '理由' },
        ...{ before: '', matched: '布署', after: '' },
      },
      fix: { range: [2, 4], text: '部署' },
    },
  },
];
/** “完成”, one character further on than in the file. */
const issue = (severity: KeyedIssue['severity']): KeyedIssue => ({
  ...{ ruleId: 'wording/test', category: 'wording', severity, range: [8, 10], message: '用语', key: 'k' },
});
const words = {
  ofEdit: ({ replacement }: FileEdit, isMade: boolean) => `${isMade ? '已改' : '可改'}${replacement}`,
  ofIssue: ({ message }: KeyedIssue) => message,
};
const save = (mode: SaveMode) =>
  wordChanges({ mode, edits: EDITS, issues: [issue('warning'), issue('hint')], changes: CHANGES, words });

describe('what is written into a Word file', () => {
  const edits = EDITS.map(({ range, replacement }) => ({ range, replacement }));

  it('is the edits, as if typed or as tracked changes', () => {
    expect(save('applied')).toEqual({ edits, remarks: [], as: 'applied' });
    expect(save('tracked')).toEqual({ edits, remarks: [], as: 'tracked' });
  });

  it('is also the reasons of fixes, and what is left where it stands in the file; hints are not', () => {
    expect(save('commented')).toEqual({
      edits,
      remarks: [
        { range: [2, 3], text: '已改部' },
        { range: [7, 9], text: '用语' },
      ],
      as: 'tracked',
    });
  });

  it('is comments alone', () => {
    expect(save('comments')).toEqual({
      edits: [],
      remarks: [
        { range: [0, 0], text: '可改要' },
        { range: [2, 3], text: '可改部' },
        { range: [7, 9], text: '用语' },
      ],
      as: 'tracked',
    });
  });
});

it('makes the edits that are not left out', () => {
  expect(withEdits(TEXT, EDITS)).toBe('要认真部署工作，完成任务。');
  expect(withEdits(TEXT, EDITS.slice(1))).toBe('认真部署工作，完成任务。');
  expect(withEdits(TEXT, [])).toBe(TEXT);
});

it('never gives a copy the name of the file', () => {
  expect(copyName('总结.docx', '（清样修订）', '.docx')).toBe('总结（清样修订）.docx');
  expect(copyName('2024.12 总结', '（清样修订）', '.txt')).toBe('2024.12 总结（清样修订）.txt');
  expect(copyName('.docx', '（清样修订）', '.docx')).toBe('.docx（清样修订）.docx');
});
