import { z } from 'zod';

/** Words that the page of an export shows as it works; everything else stands in it already. */
export const pageWords = ['starting', 'ready', 'failed', 'unreadable', 'noCamera', 'cameraOn', 'cameraOff', 'answer', 'more'] as const;

/** What the page of an export holds as data: the network as TensorFlow.js's layers model, and what it says of pictures. */
export const pageContentSchema = z.object({
	/** Rows, columns, channels. */
	inputShape: z.tuple([z.int(), z.int(), z.union([z.literal(1), z.literal(3)])]),
	/** By place in the answer. */
	classes: z.array(z.string()),
	/** Shares of one, or any numbers. */
	answersShares: z.boolean(),
	topology: z.record(z.string(), z.unknown()),
	weights: z.array(z.object({ name: z.string(), shape: z.array(z.int()), dtype: z.literal('float32') })),
	words: z.record(z.enum(pageWords), z.string()),
});
export type PageContent = z.infer<typeof pageContentSchema>;
