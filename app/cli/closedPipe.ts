import { codeOf } from '#main/problem.ts';

/** A reader who has seen enough (`| head`) closes the pipe: what is left to say goes nowhere, and the work goes on. */
export function outliveReader(stream: { on(event: 'error', listener: (error: unknown) => void): unknown }): void {
	stream.on('error', (error) => {
		if (codeOf(error) !== 'EPIPE') throw error;
	});
}
