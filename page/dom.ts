/** An element that the page is known to have; throws where it is not of the kind. */
export function byId<Kind extends Element>(id: string, kind: abstract new () => Kind): Kind {
	const element = document.getElementById(id);
	if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
	return element;
}
