/** Success with a value, or the problems that prevented it. `Result<TensorShape, LayerProblem[]>`. */
export type Result<Value, Problem> = Ok<Value> | Failure<Problem>;

export interface Ok<Value> {
	readonly ok: true;
	readonly value: Value;
}

export interface Failure<Problem> {
	readonly ok: false;
	readonly problem: Problem;
}

export function ok<Value>(value: Value): Ok<Value> {
	return { ok: true, value };
}

export function failure<Problem>(problem: Problem): Failure<Problem> {
	return { ok: false, problem };
}
