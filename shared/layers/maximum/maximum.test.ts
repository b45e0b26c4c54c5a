import { describe } from 'vitest';
import { describeElementwise } from '../testing/elementwise.ts';
import { maximum } from './maximum.ts';

describe('maximum', () => describeElementwise(maximum, 'Maximum'));
