import { useMemo } from 'react';
import type { Formatter } from '#shared/text/formatter.ts';
import { message } from '#shared/text/message.ts';
import { useText } from '../text/useText.ts';
import type { Metric } from './curves.ts';

/** How values of a chart are written: `0.082`, `97.8 %`. */
export function useMetricWords(metric: Metric): {
	readonly value: (value: number) => string;
	/** Full precision for reading off. */
	readonly exact: (value: number) => string;
	readonly best: (epoch: number, value: number) => string | null;
} {
	const { format } = useText();
	return useMemo(() => {
		const exact = (value: number): string => (metric === 'loss' ? lossText(value, format) : format.percent(value));
		return {
			value: (value) =>
				metric === 'loss' ? tickText(value, format) : format.percent(value, Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 ? 0 : 1),
			exact,
			// The epoch is named once, beside the loss that decided.
			best: (epoch, value) => (metric === 'loss' ? format.text(message('curves.best', { epoch, value: exact(value) })) : null),
		};
	}, [metric, format]);
}

/** Three decimals, as losses are compared: 0.082, 1.230; tiny ones with two digits. */
export function lossText(value: number, format: Formatter): string {
	if (value === 0) return '0';
	if (value >= 1000) return withSign(value.toPrecision(3), format);
	return value < 0.001 ? withSign(value.toExponential(1), format) : format.fixed(value, 3);
}

function tickText(value: number, format: Formatter): string {
	return value < 0.0001 || value >= 100_000 ? withSign(value.toExponential(0), format) : format.plain(value);
}

function withSign(spelled: string, format: Formatter): string {
	return spelled.replace('.', format.decimalSign);
}
