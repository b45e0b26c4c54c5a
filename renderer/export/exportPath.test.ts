import { expect, it } from 'vitest';
import { exportPath } from './exportPath.ts';

it('makes a folder name that every system takes, in the style of the parent', () => {
	expect(exportPath('/home/ada', 'My LeNet 5', 'tfjs')).toBe('/home/ada/my-lenet-5-tfjs');
	expect(exportPath('/', 'Ünï', 'tfjs')).toBe('/uni-tfjs');
	expect(exportPath('C:\\Users\\Ada\\', '日本', 'tfjs')).toBe('C:\\Users\\Ada\\layerloom-tfjs');
});
