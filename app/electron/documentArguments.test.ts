import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findDocuments } from './documentArguments.ts';

it('documents on a command line are found, seen from the folder they were typed in', () => {
	const folder = join('/', 'home', 'ada');
	expect(findDocuments(['/opt/layerloom', '--no-sandbox', 'nets/first.loom.json', '/tmp/B.LOOM.JSON', '--x=y.json'], folder)).toEqual([
		join(folder, 'nets', 'first.loom.json'),
		'/tmp/B.LOOM.JSON',
	]);
});
