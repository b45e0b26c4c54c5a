import { describe } from 'vitest';
import { describeElementwise } from '../testing/elementwise.ts';
import { average } from './average.ts';

describe('average', () => describeElementwise(average, 'Average'));
