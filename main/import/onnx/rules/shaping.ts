import { countValues } from '#shared/tensor/shape.ts';
import { identity, type Tensor, Unsupported } from '../builder.ts';
import { type Call, fileShape, ownAxis, type Rule, type SplitRule } from '../call.ts';
import { resolved, squeezed, unsqueezed } from '../fold.ts';

const UNKNOWN_BATCH = 1;

/** Only where the batch stays in front; nothing is moved, the axes are counted otherwise. */
export const transposed: Rule = (call) => {
	const input = call.tensor(0);
	const perm = call.integers('perm');
	if (!perm || perm.length !== input.axes.length + 1 || perm[0] !== 0 || input.order) throw new Unsupported();
	return { ...input, axes: perm.slice(1).map((axis) => input.axes[axis - 1] ?? null) };
};

export const flatten: Rule = (call) => {
	const axis = call.number('axis', 1);
	const input = call.tensor(0);
	if (axis !== 1 && axis !== -input.axes.length) throw new Unsupported();
	return flattened(call, input);
};

function flattened(call: Call, input: Tensor): Tensor {
	if (input.shape === null) return { ...call.build.add(call.name, 'flatten', [input]), axes: [0] };
	if (input.shape.length === 1) return { ...input, axes: [0] };
	const present = input.axes.filter((axis) => axis !== null);
	const isSame = placesInOurs(input.shape, present).every((ours, theirs) => ours === theirs);
	if (isSame) return call.build.add(call.name, 'flatten', [input]);
	if (!call.takesAnyOrder) return call.build.add(call.name, 'flatten', [call.build.inFileOrder(input)]);
	return { ...call.build.add(call.name, 'flatten', [input]), order: placesInOurs(input.shape, present) };
}

/** The place among our values of each of the file's, of which the axes go round in the order `axes`. */
function placesInOurs(shape: readonly number[], axes: readonly number[]): Int32Array {
	const places = new Int32Array(countValues(shape));
	const steps = axes.map((axis) => countValues(shape.slice(axis + 1)));
	const dims = axes.map((axis) => shape[axis] ?? 1);
	for (let index = 0; index < places.length; index++) {
		let rest = index;
		let place = 0;
		for (let axis = dims.length - 1; axis >= 0; axis--) {
			const dim = dims[axis] ?? 1;
			place += (rest % dim) * (steps[axis] ?? 0);
			rest = Math.floor(rest / dim);
		}
		places[index] = place;
	}
	return places;
}

export const reshaped: Rule = (call) => {
	const input = call.tensor(0);
	const target = call.integers('shape', 1);
	if (!target || target.length === 0) throw new Unsupported();
	if (input.shape === null) {
		if (target.length === 2) return flattened(call, input);
		throw new Unsupported();
	}
	const from = [UNKNOWN_BATCH, ...fileShape(input)];
	// The batch stands first whatever the file calls it; what else is open follows from the rest.
	const [batch, ...rest] = target;
	const isBatch = batch === -1 || batch === 0 || batch === 1 || batch === call.batch;
	const shape = isBatch ? resolved([UNKNOWN_BATCH, ...rest], from) : undefined;
	if (!shape) throw new Unsupported();
	return shapedAs(call, input, shape.slice(1));
};

/** The same values under other sizes: without a layer where only axes of one cell come or go. */
function shapedAs(call: Call, input: Tensor, target: readonly number[]): Tensor {
	if (input.shape === null) throw new Unsupported();
	if (target.length === 1) return flattened(call, input);
	const present = input.axes.filter((axis) => axis !== null);
	const long = present.filter((axis) => (input.shape?.[axis] ?? 1) > 1);
	const isView =
		input.shape.length === long.length && target.filter((dim) => dim > 1).join() === long.map((axis) => input.shape?.[axis]).join();
	if (isView) {
		const rest = [...long];
		return { ...input, axes: target.map((dim) => (dim > 1 ? (rest.shift() ?? null) : null)) };
	}
	if (target.length > 3) throw new Unsupported();
	const ordered = call.build.inFileOrder(input);
	const made = call.build.add(call.name, 'reshape', [ordered], { config: { targetShape: [...target] } });
	return { ...made, axes: identity(target.length) };
}

export const squeeze: Rule = (call) => withAxes(call, (shape, axes) => squeezed(shape, axes));
export const unsqueeze: Rule = (call) => withAxes(call, (shape, axes) => unsqueezed(shape, axes ?? []));

function withAxes(call: Call, change: (shape: readonly number[], axes: readonly number[] | undefined) => readonly number[]): Tensor {
	const input = call.tensor(0);
	if (input.shape === null) throw new Unsupported();
	const shape = [UNKNOWN_BATCH, ...fileShape(input)];
	const axes = call.integers('axes', 1) ?? shape.flatMap((dim, axis) => (axis > 0 && dim === 1 ? [axis] : []));
	return shapedAs(call, input, change(shape, axes).slice(1));
}

/** Copies along axes of one cell, as often as there are cells on the other side. */
export const expanded: Rule = (call) => {
	const given = call.tensor(0);
	const target = call.integers('shape', 1)?.slice(-given.axes.length);
	const input = call.build.toMap(given);
	if (!target || given.axes.length !== 3 || input.shape?.length !== 3) throw new Unsupported();
	const [channels = 1, rows = 1, columns = 1] = target;
	const [height = 1, width = 1, own = 1] = input.shape;
	if (channels > 1 && channels !== own) throw new Unsupported();
	const size = [height === 1 ? Math.max(rows, 1) : 1, width === 1 ? Math.max(columns, 1) : 1];
	if (size.every((factor) => factor === 1)) return input;
	return call.build.add(call.name, 'upSampling2d', [input], { config: { size, interpolation: 'nearest' } });
};

/** Hands on what comes in. */
export const unchanged: Rule = (call) => call.tensor(0);

export const dropout: Rule = (call) => {
	const input = call.tensor(0);
	const rate = call.isConstant(1) ? (call.constant(1).values[0] ?? 0.5) : call.number('ratio', 0.5);
	return { ...call.build.add(call.name, 'dropout', [input], { config: { rate } }), axes: input.axes, order: input.order };
};

/** Zeros around rows and columns, or before and behind the channels; fewer than none cut off. */
export const padded: Rule = (call) => {
	const given = call.tensor(0);
	const named = call.integers('pads', 1) ?? call.integers('paddings');
	const fill = call.isConstant(2) ? (call.constant(2).values[0] ?? 0) : call.number('value', 0);
	const pads = named && call.isConstant(3) ? ofAllAxes(named, [...call.constant(3).values], given.axes.length + 1) : named;
	if (!pads || pads.length !== 2 * (given.axes.length + 1) || call.text('mode', 'constant') !== 'constant') throw new Unsupported();
	const half = pads.length / 2;
	// Another number than 0: all values are moved until it is 0, and moved back.
	const moved = (tensor: Tensor, offset: number) =>
		fill === 0 ? tensor : { ...call.build.add(call.name, 'rescaling', [tensor], { config: { scale: 1, offset } }), axes: tensor.axes };
	if (pads[0] !== 0 || pads[half] !== 0) throw new Unsupported();
	const input = moved(call.build.toMap(given), -fill);
	const sides = (own: number): readonly [number, number] => {
		const place = given.axes.indexOf(own) + 1;
		return [pads[place] ?? 0, pads[place + half] ?? 0];
	};
	const [[top, bottom], [left, right], [before, after]] = [sides(0), sides(1), sides(2)];
	let made = input;
	if ([top, bottom, left, right].some((cells) => cells > 0)) {
		const pad = { top: Math.max(top, 0), bottom: Math.max(bottom, 0), left: Math.max(left, 0), right: Math.max(right, 0) };
		made = call.build.add(call.name, 'zeroPadding2d', [made], { config: { pad } });
	}
	if ([top, bottom, left, right].some((cells) => cells < 0)) {
		const crop = { top: Math.max(-top, 0), bottom: Math.max(-bottom, 0), left: Math.max(-left, 0), right: Math.max(-right, 0) };
		made = call.build.add(call.name, 'cropping2d', [made], { config: { crop } });
	}
	if (before < 0 || after < 0) throw new Unsupported();
	return moved(before + after === 0 ? made : call.build.add(call.name, 'padChannels', [made], { config: { before, after } }), fill);
};

/** Cells for the axes that are named, as cells for all of them. */
function ofAllAxes(pads: readonly number[], axes: readonly number[], rank: number): readonly number[] {
	const all = Array.from({ length: rank * 2 }, () => 0);
	for (const [place, axis] of axes.entries()) {
		const own = axis < 0 ? axis + rank : axis;
		all[own] = pads[place] ?? 0;
		all[own + rank] = pads[place + axes.length] ?? 0;
	}
	return all;
}

/** A part of the rows and columns. */
export const sliced: Rule = (call) => {
	const given = call.tensor(0);
	const [starts, ends] = [call.integers('starts', 1), call.integers('ends', 2)];
	const axes = call.integers('axes', 3) ?? identity(starts?.length ?? 0);
	const steps = call.opset < 10 ? undefined : call.integers('steps', 4);
	if (!starts || !ends || steps?.some((step) => step !== 1)) throw new Unsupported();
	let input = call.build.toMap(given);
	const crop = { top: 0, bottom: 0, left: 0, right: 0 };
	for (const [place, axis] of axes.entries()) {
		const own = ownAxis(given, axis < 0 ? axis : axis);
		const cells = input.shape?.[own];
		if (axis === 0 || cells === undefined) throw new Unsupported();
		const bound = (value: number) => Math.min(Math.max(value < 0 ? value + cells : value, 0), cells);
		const [start, end] = [bound(starts[place] ?? 0), bound(ends[place] ?? cells)];
		if (own === 2) input = channelsBetween(call, input, start, end);
		else if (own === 0) Object.assign(crop, { top: start, bottom: cells - end });
		else Object.assign(crop, { left: start, right: cells - end });
	}
	const isWhole = Object.values(crop).every((cells) => cells === 0);
	return isWhole ? input : call.build.add(call.name, 'cropping2d', [input], { config: { crop } });
};

/** Some of the channels: they trade places with rows, are cropped as rows, and trade back. */
function channelsBetween(call: Call, input: Tensor, start: number, end: number): Tensor {
	const channels = input.shape?.[2];
	if (channels === undefined || start >= end) throw new Unsupported();
	if (start === 0 && end === channels) return input;
	const swapped = (tensor: Tensor) => call.build.add(call.name, 'permute', [tensor], { config: { dims: [3, 2, 1] } });
	const crop = { top: start, bottom: channels - end, left: 0, right: 0 };
	return swapped(call.build.add(call.name, 'cropping2d', [swapped(input)], { config: { crop } }));
}

/** Parts of a map along one axis, all of them in turn. */
export const split: SplitRule = (call) => {
	const given = call.tensor(0);
	const own = ownAxis(given, call.number('axis', 0));
	const input = call.build.toMap(given);
	const cells = input.shape?.[own];
	const count = call.node.outputs.length;
	if (cells === undefined || input.shape?.length !== 3 || call.number('axis', 0) === 0) throw new Unsupported();
	const sizes =
		call.integers('split', 1) ??
		Array.from({ length: count }, (_, at) => Math.min(Math.ceil(cells / count), cells - at * Math.ceil(cells / count)));
	let start = 0;
	return sizes.map((size) => {
		const [from, end] = [start, start + size];
		start = end;
		if (own === 2) return channelsBetween(call, input, from, end);
		const sides = own === 0 ? { top: from, bottom: cells - end, left: 0, right: 0 } : { top: 0, bottom: 0, left: from, right: cells - end };
		return call.build.add(call.name, 'cropping2d', [input], { config: { crop: sides } });
	});
};
