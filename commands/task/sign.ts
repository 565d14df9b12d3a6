// 签收: the lead unit says that it has the task. Done at once; there is nothing to ask.

import type { TaskDecision } from './decision.ts';

export const sign: TaskDecision = { verb: 'sign', act: () => ({ verb: 'sign' }) };
