import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DocumentFiles, type OpenedDocument } from '#main/documents/documentFiles.ts';
import { Problem } from '#main/problem.ts';
import type { DatasetReference } from '#shared/datasets/dataset.ts';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Template } from '#shared/templates/template.ts';
import { findTemplate, templateNameOf, templates } from '#shared/templates/templates.ts';
import { message } from '#shared/text/message.ts';

/** The document that a FILE argument names: a path, or `template:NAME`. Throws a `Problem` where there is none. */
export async function readGivenDocument(file: string): Promise<Omit<OpenedDocument, 'path'> & { readonly path: string | null }> {
	const name = templateNameOf(file);
	return name === null ? new DocumentFiles().open(file) : { document: templateNamed(name).build(), repairs: [], path: null };
}

/** What the page is to open for a FILE argument: the file's full path, or `template:NAME` as it is. */
export function givenPlace(file: string): string {
	const name = templateNameOf(file);
	if (name === null) return resolve(file);
	templateNamed(name);
	return file;
}

function templateNamed(name: string): Template {
	const template = findTemplate(name);
	if (!template) throw new Problem(message('cli.problem.noTemplate', { name, known: templates.map((known) => known.name).join(', ') }));
	return template;
}

/** The data that `--data` names: a bundled set, or a folder of pictures. */
export async function readGivenData(data: string): Promise<DatasetReference> {
	if (data === 'digits' || data === 'cifar-small') return { kind: 'bundled', name: data };
	const isFolder = await stat(data).then(
		(about) => about.isDirectory(),
		() => false,
	);
	if (!isFolder) throw new Problem(message('cli.problem.noData', { data }));
	return { kind: 'folder', path: resolve(data), size: null };
}

/** The document with what the command line says in place of its own settings. */
export function withOverrides(
	document: GraphDocument,
	given: { readonly data: DatasetReference | undefined; readonly epochs: number | undefined; readonly seed: number | undefined },
): GraphDocument {
	return {
		...document,
		...(given.data ? { dataset: given.data } : {}),
		...(given.seed === undefined ? {} : { seed: given.seed }),
		training: { ...document.training, ...(given.epochs === undefined ? {} : { epochs: given.epochs }) },
	};
}
