import type { GraphDocument } from '../graph/document.ts';
import type { PortPlace } from '../graph/query.ts';
import { type NetworkBuilder, networkBuilder } from '../templates/networkBuilder.ts';
import type { MaybeShape } from '../tensor/shape.ts';
import { type Message, message } from '../text/message.ts';

/** A group that is not yet in a document, and where a wire to it ends. */
export interface PieceBody {
	readonly document: Pick<GraphDocument, 'nodes' | 'edges' | 'groups'>;
	/** Members that what comes in feeds: a path and the shortcut around it begin at the same answer. */
	readonly inputs: readonly PortPlace[];
}

/** A block of layers that networks are put together from. */
export interface Piece {
	/** Stable: `residual`. */
	readonly name: string;
	readonly title: Message;
	/** What it does and why, in a sentence. */
	readonly summary: Message;
	/** Other words to find it by, with commas between. */
	readonly synonyms: Message;
	/** Paper that it comes from. */
	readonly source: { readonly authors: string; readonly year: number } | null;
	/** Written for the size that comes in, `[height, width, channels]`; for a usual one while that is not known. */
	build(input: MaybeShape): PieceBody;
}

const USUAL = [32, 32, 16] as const;

/** A piece from its name and the function that writes its layers for a number of channels. */
export function definePiece(
	name: string,
	options: { readonly source: Piece['source']; readonly stem: string },
	write: (net: NetworkBuilder, channels: number) => void,
): Piece {
	return {
		name,
		title: message(`piece.${name}.title`),
		summary: message(`piece.${name}.summary`),
		synonyms: message(`piece.${name}.synonyms`),
		source: options.source,
		build: (input) => {
			const [height, width, channels] = input?.length === 3 ? (input as readonly [number, number, number]) : USUAL;
			const net = networkBuilder({ id: name, name, dataset: null });
			// Stands for what feeds the piece while it is written.
			const { node: before } = net.layer('input', { height, width, channels });
			net.group(`${options.stem} 1`, 1, () => write(net, channels));
			const { nodes, edges, groups } = net.build();
			return {
				document: {
					nodes: nodes.filter((node) => node !== before),
					edges: edges.filter((edge) => edge.source !== before.id),
					groups: groups.map((group) => ({ ...group, collapsed: true })),
				},
				inputs: edges.filter((edge) => edge.source === before.id).map(({ target, targetPort }) => ({ node: target, port: targetPort })),
			};
		},
	};
}
