import type { Rule } from '../../lib/engine/types.ts';

export default [] satisfies Rule[];
