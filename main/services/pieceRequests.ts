import type { SavedPieces } from '../documents/savedPieces.ts';
import type { Requests } from './requests.ts';

/** Groups that are kept for later documents. */
export function createPieceRequests(store: SavedPieces, now: () => Date): Requests['pieces'] {
	return {
		async list() {
			return store.list();
		},
		async save({ name, document, inputs }) {
			return { id: await store.save({ name, document, inputs, savedAt: now().toISOString() }) };
		},
		async rename({ id, name }) {
			await store.rename(id, name);
			return {};
		},
		async remove({ id }) {
			await store.remove(id);
			return {};
		},
	};
}
