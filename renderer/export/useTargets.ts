import { useEffect, useRef, useState } from 'react';
import type { ExportPurpose } from '#shared/ipc/exportPurpose.ts';
import type { Message } from '#shared/text/message.ts';
import { reportProblem } from '../host/report.ts';
import { type Host, useHost } from '../host.ts';
import { asMessage } from '../hostProblem.ts';

/** A format that the program writes. */
export interface ExportTarget {
	readonly name: string;
	readonly purpose: ExportPurpose;
	readonly title: Message;
	readonly summary: Message;
	readonly description: Message;
	readonly files: readonly string[];
	readonly provesWeightsAlone: boolean;
	/** Why it cannot say this run's network exactly, and at which node; `null` where it can, or while that is not known. */
	readonly obstacle: { readonly reason: Message; readonly node: string | null } | null;
}

/** Every format, in the program's order; `null` until it has answered. */
export function useTargets(run: string): readonly ExportTarget[] | null {
	const host = useHost();
	const [targets, setTargets] = useState<readonly ExportTarget[] | null>(null);
	const asked = useRef('');
	useEffect(() => {
		asked.current = run;
		readTargets(host, run).then((read) => {
			if (asked.current === run) setTargets(read);
		}, reportProblem);
	}, [host, run]);
	return targets;
}

async function readTargets(host: Host, run: string): Promise<readonly ExportTarget[]> {
	const [targets, obstacles] = await Promise.all([host.export.targets(), host.export.obstacles({ run })]);
	return targets.map((target) => {
		const obstacle = obstacles.find((candidate) => candidate.target === target.name);
		return {
			...target,
			title: asMessage(target.title),
			summary: asMessage(target.summary),
			description: asMessage(target.description),
			obstacle: obstacle ? { reason: asMessage(obstacle.reason), node: obstacle.node } : null,
		};
	});
}
