/** The record of a file's proofreading: what was found in it, and what became of that. */
import type { ModelState } from '../../language/model-loader.ts';
import { inContext, makeRecord, type Reviewed, type ReviewRecord } from '../../report/record.ts';
import { text } from '../text.ts';
import { workbenchText } from './text.ts';
import type { WorkbenchFile } from './workbench-file.ts';

interface Placed extends Reviewed {
  /** Where it stands, or stood, in the present text. */
  readonly at: number;
}

/** The reason why an issue's own fix cannot be made in the file. */
function remarkOn(file: WorkbenchFile, issue: Reviewed['issue']): string | undefined {
  const fix = issue.fix ?? issue.suggestions?.[0]?.fix;
  const obstacle = fix && file.obstacle(fix);
  return obstacle && workbenchText(`obstacle_${obstacle}`);
}

function reviewed(file: WorkbenchFile): Placed[] {
  const left = inContext(file.issues, file.text).map((issue): Placed => {
    const remark = remarkOn(file, issue);
    return { issue, outcome: 'left', at: issue.range[0], ...(remark !== undefined && { remark }) };
  });
  const ignored = inContext(file.ignored, file.text).map(
    (issue): Placed => ({ issue, outcome: 'ignored', at: issue.range[0] }),
  );
  const fixed = file.fixes.map(({ issue, fix, range }): Placed => ({ issue, fix, outcome: 'fixed', at: range[0] }));
  return [...left, ...ignored, ...fixed].sort((a, b) => a.at - b.at);
}

/** `moment`: when, in milliseconds since 1970. */
export function recordOf(file: WorkbenchFile, model: ModelState, moment: number): ReviewRecord {
  const { documentType, stopped } = file.proof.findings;
  const omissions = [
    ...(stopped ? [text('rulesStopped', stopped.join(text('listMark')))] : []),
    ...(model.status === 'ready' ? [] : [workbenchText('modelMissing')]),
    ...(file.proof.isStopped ? [workbenchText('stopped')] : []),
  ];
  return makeRecord(
    {
      name: file.name,
      date: new Date(moment).toISOString(),
      length: file.text.length,
      ...(documentType && { documentType }),
      ...(omissions.length > 0 && { omissions }),
    },
    reviewed(file),
  );
}
