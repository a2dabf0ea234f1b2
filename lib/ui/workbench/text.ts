/** The workbench's own texts: no other surface needs them. */
import { textsOf } from '../text.ts';
import english from './en.json' with { type: 'json' };
import chinese from './zh-CN.json' with { type: 'json' };

export type WorkbenchTextKey = keyof typeof chinese;

export const workbenchText = textsOf<WorkbenchTextKey>({ 'zh-CN': chinese, en: english });
