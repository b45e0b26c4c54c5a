/** The layers of docs/architecture.md and the few files that belong to none. */
const layers = ['shared', 'main', 'renderer', 'page', 'app', 'e2e', 'bench', 'scripts'];
const configurations = /^(?:[\w.-]+\.config\.ts|\.dependency-cruiser\.cjs)$/;

/**
 * Source files in no layer: nothing would check what they import.
 * @param {readonly string[]} files paths from the project's folder
 */
export function findFilesOutsideLayers(files) {
	return files
		.filter((file) => /\.(?:[cm]?[jt]sx?)$/.test(file))
		.filter((file) => !configurations.test(file) && !layers.some((layer) => file.startsWith(`${layer}/`)))
		.map((file) => `${file}: in no layer (${layers.join(', ')}), so no rule says what it may import`);
}
