// Imported before anything else, and so written without anything that an old Node does not know.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
	console.error(`Layerloom needs Node 20 or later, and this is Node ${process.versions.node}. Install a newer Node and start again.`);
	process.exit(1);
}
