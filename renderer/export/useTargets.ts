import { useEffect, useState } from 'react';
import type { Message } from '#shared/text/message.ts';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';
import { asMessage } from '../hostProblem.ts';

/** A format that the program writes. */
export interface ExportTarget {
	readonly name: string;
	readonly title: Message;
	readonly description: Message;
	readonly files: readonly string[];
}

/** Every format, in the program's order; `null` until it has answered. */
export function useTargets(): readonly ExportTarget[] | null {
	const host = useHost();
	const [targets, setTargets] = useState<readonly ExportTarget[] | null>(null);
	useEffect(() => {
		host.export
			.targets()
			.then(
				(answer) =>
					setTargets(
						answer.map(({ title, description, ...rest }) => ({ ...rest, title: asMessage(title), description: asMessage(description) })),
					),
				reportProblem,
			);
	}, [host]);
	return targets;
}
