import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modulesFolder } from './places.mjs';
import { explain, run } from './run.mjs';
import { inMegabytes, inSeconds, say, sayProgress } from './say.mjs';
import { downloadWheel } from './wheel.mjs';
import { unpackZip } from './zip.mjs';

/** Python's own TensorFlow holds the same C library; nothing of Python is used. */
const tensorflowWheel = {
	requirement: 'tensorflow-cpu==2.21.0',
	sha256: '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c',
	bytes: 273_829_956,
	python: '3.11',
	platform: 'manylinux_2_27_x86_64',
};
const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];
/** The few headers that the binding reads, out of 13,000. */
const headerFolders = ['tensorflow/c/', 'tensorflow/core/platform/', 'xla/tsl/c/', 'tsl/platform/'];
const neededBytes = 2e9;

/**
 * Builds the binding against the TensorFlow library of the Python package.
 * @param {{ engineFolder: string, folder: string }} places
 * @returns {Promise<{ how: string, isInPlace: false } | { reason: string }>}
 */
export async function buildNativeEngine({ engineFolder, folder }) {
	const obstacle = findObstacle({
		platform: process.platform,
		arch: process.arch,
		glibc: readGlibcVersion(),
		cpuFlags: readCpuFlags(),
		freeBytes: readFreeBytes(folder),
	});
	if (obstacle) return { reason: `it cannot be built here: ${obstacle}` };
	const compiler = await findCompiler();
	if (!compiler) return { reason: 'it cannot be built here: no C++ compiler (g++ or clang++) is installed' };
	const headers = findNodeHeaders();
	if (!headers) return { reason: "it cannot be built here: Node's headers are missing" };

	say(`Native engine: fetching TensorFlow's library from Python's index (${inMegabytes(tensorflowWheel.bytes)}) to build against it.`);
	const wheel = await downloadWheel(tensorflowWheel, folder);
	if ('reason' in wheel) return wheel;

	const startedAt = Date.now();
	const target = join(folder, 'deps');
	await unpackZip(wheel.file, target, {
		rename: placeFile,
		onProgress: (done, total) => sayProgress(`  unpacking ${inMegabytes(done)} of ${inMegabytes(total)}`),
	});
	rmSync(dirname(wheel.file), { recursive: true, force: true });
	symlinkSync('libtensorflow_cc.so.2', join(target, 'lib', 'libtensorflow.so'));
	symlinkSync('libtensorflow_framework.so.2', join(target, 'lib', 'libtensorflow_framework.so'));

	say(`Native engine: compiling the binding with ${compiler}.`);
	mkdirSync(join(folder, 'lib', 'napi-v8'), { recursive: true });
	const sources = readdirSync(join(engineFolder, 'binding')).filter((name) => name.endsWith('.cc'));
	const result = await run(compiler, [
		...['-O2', '-std=c++17', '-shared', '-fPIC', '-DNAPI_VERSION=8'],
		...[headers, join(target, 'include'), engineFolder].map((path) => `-I${path}`),
		...sources.map((name) => join(engineFolder, 'binding', name)),
		...[`-L${join(target, 'lib')}`, '-ltensorflow', '-ltensorflow_framework', '-Wl,-rpath,$ORIGIN/../../deps/lib'],
		...['-o', join(folder, 'lib', 'napi-v8', 'tfjs_binding.node')],
	]);
	if (!result.ok) return { reason: `the binding did not compile: ${explain(result)}` };
	rmSync(join(target, 'include'), { recursive: true, force: true });
	say(`  built in ${inSeconds(Date.now() - startedAt)}`);
	return { how: "built here against the library of Python's TensorFlow", isInPlace: false };
}

/** Where a file of the wheel goes, or `null` for the many that are not needed. @param {string} name */
export function placeFile(name) {
	const [, library] = /^tensorflow\/([^/]+)$/.exec(name) ?? [];
	if (library !== undefined && libraries.includes(library)) return `lib/${library}`;
	const [, header] = /^tensorflow\/include\/(.+\.h)$/.exec(name) ?? [];
	return header !== undefined && headerFolders.some((folder) => header.startsWith(folder)) ? `include/${header}` : null;
}

/**
 * What stands against using the library on this machine, found before 270 MB are fetched.
 * @param {{ platform: string, arch: string, glibc: string | null, cpuFlags: string | null, freeBytes: number }} machine
 */
export function findObstacle({ platform, arch, glibc, cpuFlags, freeBytes }) {
	if (platform !== 'linux' || arch !== 'x64') return `the library is for Linux on x64, and this is ${platform} on ${arch}`;
	if (glibc === null) return 'the library needs glibc, which this Linux does not have';
	const [major = 0, minor = 0] = glibc.split('.').map(Number);
	if (major < 2 || (major === 2 && minor < 27)) return `the library needs glibc 2.27, and this is ${glibc}`;
	if (cpuFlags !== null && !/\bavx\b/.test(cpuFlags)) return 'the library needs a processor with AVX';
	if (freeBytes < neededBytes) return `it needs ${inMegabytes(neededBytes)} of free disk, and there are ${inMegabytes(freeBytes)}`;
	return null;
}

function readGlibcVersion() {
	const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report?.getReport() ?? {});
	return report.header?.glibcVersionRuntime ?? null;
}

function readCpuFlags() {
	try {
		return /^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? null;
	} catch {
		return null;
	}
}

/** @param {string} folder */
function readFreeBytes(folder) {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
}

async function findCompiler() {
	const names = [process.env.CXX, 'g++', 'clang++', 'c++'].filter((name) => name !== undefined && name !== '');
	for (const name of names) {
		if ((await run(String(name), ['--version'], { limitMs: 20_000 })).ok) return String(name);
	}
	return null;
}

function findNodeHeaders() {
	const places = [join(dirname(dirname(process.execPath)), 'include', 'node'), join(modulesFolder, 'node-api-headers', 'include')];
	return places.find((folder) => existsSync(join(folder, 'node_api.h')));
}
