import { existsSync, readFileSync } from 'node:fs';

/** @typedef {Awaited<ReturnType<typeof import('../setup/run.mjs').run>>} RunResult */

/**
 * Counts from a test runner's own report. A runner that died without one has failed once.
 * @param {string} file @param {RunResult} result
 * @param {(report: any) => { passed: number, failed: number, skipped: string[] }} count
 * @returns {import('./steps.mjs').StepResult}
 */
function readReport(file, result, count) {
	const output = result.reason ? `${result.output}\n${result.reason}` : result.output;
	if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [], output };
	const counts = count(JSON.parse(readFileSync(file, 'utf8')));
	// A file that does not load, or a leak at the end, fails the run without failing a test.
	const failed = counts.failed === 0 && !result.ok ? 1 : counts.failed;
	return { ...counts, failed, output };
}

/** @param {string} file @param {RunResult} result */
export function readVitestReport(file, result) {
	return readReport(file, result, (report) => ({
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.testResults.flatMap((/** @type {any} */ suite) =>
			suite.assertionResults
				.filter((/** @type {any} */ test) => test.status === 'pending' || test.status === 'skipped' || test.status === 'todo')
				.map((/** @type {any} */ test) => test.fullName),
		),
	}));
}

/** @param {string} file @param {RunResult} result */
export function readPlaywrightReport(file, result) {
	return readReport(file, result, (report) => ({
		passed: report.stats.expected + report.stats.flaky,
		failed: report.stats.unexpected,
		skipped: listSkipped(report.suites ?? []),
	}));
}

/** @param {readonly any[]} suites @returns {string[]} */
function listSkipped(suites) {
	return suites.flatMap((suite) => [
		...listSkipped(suite.suites ?? []),
		...(suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
			spec.tests
				.filter((/** @type {any} */ test) => test.status === 'skipped')
				.map((/** @type {any} */ test) => {
					const reasons = test.annotations.map((/** @type {any} */ annotation) => annotation.description).filter(Boolean);
					return [spec.title, ...reasons].join(': ');
				}),
		),
	]);
}
