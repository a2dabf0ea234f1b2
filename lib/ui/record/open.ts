/** How surfaces show a record: on a page of its own, to be printed or saved. */

import type { ReviewRecord } from '../../report/record.ts';
import { openPageWith } from '../handover.ts';

export const openRecord = (record: ReviewRecord): Promise<void> => openPageWith('/record.html', record);
