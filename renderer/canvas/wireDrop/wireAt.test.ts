import { describe, expect, it } from 'vitest';
import type { SceneWire } from '#shared/picture/scene.ts';
import { distanceToPath, wireAt } from './wireAt.ts';

const at = (x: number, y: number) => ({ x, y });

function wire(source: string, from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }): SceneWire {
	const edge = { source, sourcePort: 'out', target: `after ${source}`, targetPort: 'in' };
	return { edges: [edge], source, sourcePort: 'out', target: edge.target, targetPort: 'in', from, to };
}

describe('the wire near a point', () => {
	it('is as far away as its nearest stretch, also beyond its ends', () => {
		const corner = [at(0, 0), at(10, 0), at(10, 30)];
		expect(distanceToPath(at(4, 3), corner)).toBe(3);
		expect(distanceToPath(at(13, 34), corner)).toBe(5);
		expect(distanceToPath(at(-3, -4), corner)).toBe(5);
	});

	it('is the nearest one of those within reach of any of the points', () => {
		const wires = [wire('a', at(116, 122), at(184, 122)), wire('b', at(300, 122), at(368, 122))];
		expect(wireAt(wires, [at(150, 140), at(340, 130)], 32)?.wire.source).toBe('b');
		expect(wireAt(wires, [at(150, 140)], 32)?.wire.source).toBe('a');
		expect(wireAt(wires, [at(150, 160)], 32)).toBeNull();
		expect(wireAt([], [at(150, 160)], 32)).toBeNull();
	});

	it('is found in the lane that it runs through', () => {
		// From the end of one row to the start of the next: the lane is at y = 252.
		const back = wire('a', at(852, 122), at(0, 434));
		expect(wireAt([back], [at(400, 260)], 32)?.wire).toBe(back);
		expect(wireAt([back], [at(400, 122)], 32)).toBeNull();
	});
});
