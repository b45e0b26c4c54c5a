/** How the arrow keys walk through a setting: shares by twentieths, learning rates 1, 3, 10 …, batch sizes by doubling. */
export type Steps = 'one' | 'five' | 'twentieth' | 'doubling' | 'powers';

/** The next value up (1) or down (−1) that people try. */
export function nextStep(value: number, steps: Steps, direction: 1 | -1): number {
	switch (steps) {
		case 'one':
			return value + direction;
		case 'five':
			return direction === 1 ? (Math.floor(value / 5) + 1) * 5 : (Math.ceil(value / 5) - 1) * 5;
		case 'twentieth':
			return direction === 1 ? (Math.floor(value * 20 + 1e-9) + 1) / 20 : (Math.ceil(value * 20 - 1e-9) - 1) / 20;
		case 'doubling':
			return direction === 1 ? 2 ** (Math.floor(Math.log2(value)) + 1) : 2 ** (Math.ceil(Math.log2(value)) - 1);
		case 'powers':
			return nextPower(value, direction);
	}
}

/** 0.001 → 0.003 → 0.01, and back; a value between goes to its neighbour. */
function nextPower(value: number, direction: 1 | -1): number {
	// Nothing has no power of ten; what people try first is a ten-thousandth.
	if (value <= 0) return direction === 1 ? 1e-4 : 0;
	const exponent = Math.floor(Math.log10(value) + 1e-9);
	const ladder = [-1, 0, 1].flatMap((by) => [1, 3].map((digit) => Number(`${digit}e${exponent + by}`)));
	const tolerance = value * 1e-9;
	const next = direction === 1 ? ladder.find((rung) => rung > value + tolerance) : ladder.filter((rung) => rung < value - tolerance).at(-1);
	return next ?? value;
}
