import type { DatasetReference } from '../datasets/dataset.ts';
import type { GraphDocument } from '../graph/document.ts';
import { type Message, message } from '../text/message.ts';

/** A network to start from. */
export interface Template {
	/** Stable: `lenet-5`; the command line says `template:lenet-5`. */
	readonly name: string;
	readonly title: Message;
	/** What it is good for, in a sentence. */
	readonly summary: Message;
	/** Paper that it comes from. */
	readonly source: { readonly authors: string; readonly year: number } | null;
	/** `classic` as published, `teaching` sized for the bundled data. */
	readonly group: 'teaching' | 'classic';
	/** Data that it trains on at once; `null` where no bundled data has the size. */
	readonly dataset: DatasetReference | null;
	/** A new document under an id of the caller's. */
	build(id?: string): GraphDocument;
}

export const digits: DatasetReference = { kind: 'bundled', name: 'digits' };
export const cifarSmall: DatasetReference = { kind: 'bundled', name: 'cifar-small' };

/** A template from its name and the function that writes its network. */
export function defineTemplate(
	name: string,
	options: Pick<Template, 'source' | 'group' | 'dataset'>,
	write: (options: { readonly id: string; readonly name: string; readonly dataset: DatasetReference | null }) => GraphDocument,
): Template {
	return {
		name,
		title: message(`template.${name}.title`),
		summary: message(`template.${name}.summary`),
		...options,
		build: (id = `template-${name}`) => write({ id, name, dataset: options.dataset }),
	};
}
