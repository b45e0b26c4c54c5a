import { reportProblem } from '../host/report.ts';
import type { Action, ActionContext } from './action.ts';

/** Runs an action if it can run now; what the host refuses is told in its words. */
export function runAction(action: Action, context: ActionContext): void {
	if (!action.isEnabled()) return;
	const work = async (): Promise<void> => action.run(context);
	work().catch(reportProblem);
}
