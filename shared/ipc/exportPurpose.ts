import { z } from 'zod';

/** What formats are taken for; order is the order shown. */
export const exportPurposes = ['browser', 'python', 'tools', 'training'] as const;
export const exportPurposeSchema = z.enum(exportPurposes);
export type ExportPurpose = z.infer<typeof exportPurposeSchema>;
