/**
 * What set-up tells the person: one line per thing done, on stderr, so that a command's own output stays clean.
 * Long work rewrites one line in a terminal and prints a line now and then elsewhere.
 */
const isTerminal = process.stderr.isTTY === true && !process.env.CI;
let openLine = false;
let lastProgressAt = 0;

/** @param {string} line */
export function say(line) {
	closeLine();
	process.stderr.write(`${line}\n`);
}

/**
 * Progress of the work under way.
 * @param {string} line
 */
export function sayProgress(line) {
	if (isTerminal) {
		process.stderr.write(`\r\x1b[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
		openLine = true;
		return;
	}
	const now = Date.now();
	if (now - lastProgressAt < 10_000) return;
	lastProgressAt = now;
	process.stderr.write(`${line}\n`);
}

function closeLine() {
	if (!openLine) return;
	process.stderr.write('\r\x1b[2K');
	openLine = false;
}

/** @param {number} bytes */
export function inMegabytes(bytes) {
	return `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`;
}

/** @param {number} milliseconds */
export function inSeconds(milliseconds) {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
