import { extname, join, normalize, sep } from 'node:path';

/** The page has an address of its own, so that its origin is the product and not a file. */
export const pageScheme = 'app';
const pageHost = 'layerloom';
export const pageAddress = `${pageScheme}://${pageHost}/index.html`;

/** Only what came with the product is run, shown and asked; styles may be inline because components set sizes and colours. */
const contentPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.map': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
};

/** A file of the page with the headers that go with it. */
export interface PageFile {
	readonly path: string;
	readonly type: string;
	readonly headers: Readonly<Record<string, string>>;
}

/** The file that an address of the page stands for; `null` for other hosts, unknown types and paths out of the folder. */
export function findPageFile(pageFolder: string, address: string): PageFile | null {
	const { protocol, host, pathname } = new URL(address);
	if (protocol !== `${pageScheme}:` || host !== pageHost) return null;
	const decoded = decode(pathname);
	if (decoded === null) return null;
	const path = normalize(join(pageFolder, decoded));
	const type = types[extname(path)];
	if (type === undefined || !path.startsWith(pageFolder + sep)) return null;
	return {
		path,
		type,
		headers: { 'Content-Type': type, 'Content-Security-Policy': contentPolicy, 'X-Content-Type-Options': 'nosniff' },
	};
}

/** Whether an address is the page's own. */
export function isPageAddress(address: string): boolean {
	return address.startsWith(`${pageScheme}://${pageHost}/`);
}

function decode(path: string): string | null {
	try {
		return decodeURIComponent(path);
	} catch {
		return null;
	}
}
