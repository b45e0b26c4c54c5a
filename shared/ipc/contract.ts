import { eventIterator, type InferContractRouterInputs, type InferContractRouterOutputs, oc } from '@orpc/contract';
import { z } from 'zod';
import { datasetReferenceSchema, splitSchema } from '../datasets/dataset.ts';
import { graphDocumentSchema, weightsReferenceSchema } from '../graph/document.ts';
import { pictureThemes } from '../picture/palette.ts';
import { preferenceChangesSchema, preferencesSchema } from '../preferences/preferences.ts';
import { augmentationSchema } from '../training/augmentation/catalogue.ts';
import { trainingConfigSchema } from '../training/config.ts';
import {
	engineNameSchema,
	evaluationSchema,
	runMakerSchema,
	runNotesSchema,
	runSummarySchema,
	startedFromSchema,
	trainingEventSchema,
} from '../training/event.ts';
import { rateEventSchema } from '../training/rateFinder.ts';
import { exportPurposeSchema } from './exportPurpose.ts';

/**
 * Everything that the window may ask of the program, the same over a MessagePort (Electron) and a WebSocket (browser).
 * Bytes travel as base64 text. A refused request throws `PROBLEM` with a message that says what happened and what to do.
 */
const messageSchema = z.object({ id: z.string(), values: z.record(z.string(), z.json()).optional() });
const problem = { PROBLEM: { data: z.object({ message: messageSchema }) } };
const base = oc.errors(problem);
const shape = z.array(z.int().positive());
/** 8-bit pixels, row-major, channels-last, base64. */
const pixels = z.object({
	width: z.int().positive(),
	height: z.int().positive(),
	channels: z.union([z.literal(1), z.literal(3)]),
	data: z.string(),
});
/** Becomes a folder's name. */
const uploadId = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/);
const repair = z.object({ place: z.string(), message: messageSchema });
const opened = z.object({ document: graphDocumentSchema, path: z.string().nullable(), repairs: z.array(repair) });

/** Becomes a file name. */
const pieceId = z.uuid();
const pieceName = z.string().trim().min(1).max(80);
const savedPiece = z.object({
	name: pieceName,
	/** Holds the group alone. */
	document: graphDocumentSchema,
	/** Members that what comes in feeds. */
	inputs: z.array(z.object({ node: z.string(), port: z.string() })),
});

const datasetDescription = z.object({
	reference: datasetReferenceSchema,
	title: z.string(),
	shape: shape.nullable(),
	classes: z.array(z.string()),
	counts: z.object({ train: z.int(), test: z.int() }),
	problems: z.array(
		z.object({ file: z.string(), kind: z.enum(['unreadable', 'resized', 'notAnImage', 'emptyClass']), detail: z.string() }),
	),
	problemCount: z.int(),
	credit: z.string().nullable(),
});

/** Menus from left to right. `keys` is written as actions write it (`mod+shift+Z`) and only shown: the page listens itself. */
const menuSchema = z.object({
	menus: z.array(
		z.object({
			group: z.string(),
			label: z.string(),
			items: z.array(z.object({ action: z.string(), label: z.string(), keys: z.string().nullable(), isEnabled: z.boolean() })),
		}),
	),
});
export type SystemMenu = z.infer<typeof menuSchema>;

/** `missing` of `total` sentences have none of their own. */
const addedLanguage = z.object({ code: z.string(), name: z.string(), total: z.int(), missing: z.int() });

export const contract = {
	app: {
		info: base.output(
			z.object({
				version: z.string(),
				shell: z.enum(['electron', 'web']),
				/** Native file dialogs; without them the window shows its own, fed by `files.list`. */
				hasNativeDialogs: z.boolean(),
				documentsFolder: z.string(),
				cores: z.int(),
				memoryBytes: z.number(),
			}),
		),
		/** Which engine trains and why; the current answer at once, then each change. */
		engine: base.output(
			eventIterator(
				z.object({
					state: z.enum(['starting', 'ready', 'missing']),
					name: engineNameSchema.nullable(),
					description: z.string().nullable(),
					threads: z.int().nullable(),
					/** Why a faster engine is not used. */
					reasons: z.array(messageSchema),
				}),
			),
		),
		/**
		 * The page's actions in its language, for the system's menu bar; sent again when one of them changes. Nothing happens
		 * where the shell has no menu bar.
		 */
		setMenu: base.input(menuSchema).output(z.object({})),
		/** Names of actions chosen in the system's menu bar. */
		menu: base.output(eventIterator(z.object({ action: z.string() }))),
	},
	preferences: {
		/** `path` is their file; `problem` tells what was wrong with it, to the first who asks. */
		read: base.output(z.object({ preferences: preferencesSchema, path: z.string(), problem: messageSchema.nullable() })),
		/** Keeps the others; the answer and `changed` have all. */
		change: base.input(z.object({ changes: preferenceChangesSchema })).output(preferencesSchema),
		/** After each change by any window. */
		changed: base.output(eventIterator(preferencesSchema)),
	},
	languages: {
		/** Those that somebody added, by tag; the program's own are known to the window. */
		list: base.output(z.array(addedLanguage)),
		/** Sentences by key; those that are missing are shown in English. */
		read: base.input(z.object({ code: z.string() })).output(addedLanguage.extend({ texts: z.record(z.string(), z.string()) })),
		/** Checks the content of a language file and keeps it for all windows. */
		add: base.input(z.object({ text: z.string() })).output(addedLanguage),
	},
	files: {
		/** Folders and matching files, for the window's own picker. `path: null` starts at the documents folder. */
		list: base.input(z.object({ path: z.string().nullable(), show: z.enum(['documents', 'folders', 'models']) })).output(
			z.object({
				path: z.string(),
				parent: z.string().nullable(),
				entries: z.array(z.object({ name: z.string(), path: z.string(), kind: z.enum(['folder', 'file']) })),
			}),
		),
		/** Native dialog; `null` when cancelled. */
		chooseOpen: base.input(z.object({ show: z.enum(['documents', 'folders', 'models']) })).output(z.string().nullable()),
		chooseSave: base.input(z.object({ suggestedName: z.string() })).output(z.string().nullable()),
		/** Shows a written file or folder in the system's file manager; false where there is none. */
		reveal: base.input(z.object({ path: z.string() })).output(z.boolean()),
	},
	documents: {
		open: base.input(z.object({ path: z.string() })).output(opened),
		save: base
			.input(z.object({ path: z.string(), document: graphDocumentSchema, overwrite: z.boolean() }))
			.output(z.object({ path: z.string(), savedAt: z.string() })),
		/** Keeps the working state, so that a crash, a reload or a closed lid loses nothing. */
		autosave: base
			.input(z.object({ document: graphDocumentSchema, path: z.string().nullable(), hasUnsavedChanges: z.boolean() }))
			.output(z.object({ savedAt: z.string() })),
		/** The working state left by the last window, newest first. */
		recover: base.output(
			z.array(
				z.object({ document: graphDocumentSchema, path: z.string().nullable(), hasUnsavedChanges: z.boolean(), savedAt: z.string() }),
			),
		),
		/** The named steps around a document's state (`packHistory`), apart from the document itself. */
		keepHistory: base.input(z.object({ documentId: z.string(), text: z.string().max(8_000_000) })).output(z.object({})),
		history: base.input(z.object({ documentId: z.string() })).output(z.object({ text: z.string().nullable() })),
		forget: base.input(z.object({ documentId: z.string() })).output(z.object({})),
		recent: base.output(
			z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string(), weights: z.int().nullable(), isMissing: z.boolean() })),
		),
		/** Networks that the app brings trained. */
		backbones: base.output(
			z.array(
				z.object({
					name: z.string(),
					document: graphDocumentSchema,
					weights: z.int(),
					classes: z.array(z.string()),
					/** Share of the test pictures that it gets right. */
					accuracy: z.number().nullable(),
				}),
			),
		),
		/** One of them as a new document, with its weights. */
		openBackbone: base.input(z.object({ name: z.string(), id: z.string().min(1) })).output(z.object({ document: graphDocumentSchema })),
		removeRecent: base.input(z.object({ path: z.string() })).output(z.object({})),
		/** Documents that the system asked to open (double-clicked files). */
		requested: base.output(eventIterator(z.object({ path: z.string() }))),
	},
	imports: {
		/** A part of a file that was dropped on the window, in order; parts of one `upload` lie in one folder. At most 8 MB each. */
		receive: base
			.input(z.object({ upload: uploadId, name: z.string().min(1).max(255), part: z.int().min(0), data: z.string().max(12_000_000) }))
			.output(z.object({})),
		/** Reads a model of another tool: a path, or the file of an upload, which is gone afterwards. Nothing is written but its weights. */
		read: base.input(z.object({ path: z.string() }).or(z.object({ upload: uploadId, name: z.string().min(1).max(255) }))).output(
			eventIterator(
				z.discriminatedUnion('kind', [
					z.object({ kind: z.literal('progress'), stage: messageSchema }),
					z.object({
						kind: z.literal('done'),
						/** With its weights, ready to be put on the canvas. */
						document: graphDocumentSchema,
						title: messageSchema,
						weights: z.int(),
						notes: z.array(messageSchema),
						placeholders: z.array(z.object({ name: z.string(), reason: messageSchema })),
					}),
				]),
			),
		),
	},
	pictures: {
		/** A document as a PNG of `scale` pixels to one of the canvas, or as a PDF page; `only` as in `PictureOptions`. */
		render: base
			.input(
				z.object({
					document: graphDocumentSchema,
					format: z.enum(['png', 'pdf']),
					theme: z.enum(pictureThemes),
					hasTitle: z.boolean(),
					only: z.array(z.string()).nullable(),
					scale: z.number().min(1).max(8),
				}),
			)
			.output(z.object({ data: z.string(), width: z.number(), height: z.number() })),
	},
	/** Groups that are kept for later documents. */
	pieces: {
		/** By name. */
		list: base.output(z.array(z.object({ id: pieceId, savedAt: z.string(), ...savedPiece.shape }))),
		save: base.input(savedPiece).output(z.object({ id: pieceId })),
		rename: base.input(z.object({ id: pieceId, name: pieceName })).output(z.object({})),
		remove: base.input(z.object({ id: pieceId })).output(z.object({})),
	},
	datasets: {
		bundled: base.output(z.array(datasetDescription)),
		describe: base.input(z.object({ reference: datasetReferenceSchema })).output(datasetDescription),
		samples: base
			.input(z.object({ reference: datasetReferenceSchema, split: splitSchema, offset: z.int().min(0), count: z.int().min(1).max(200) }))
			.output(
				z.object({ total: z.int(), samples: z.array(z.object({ index: z.int(), label: z.int(), name: z.string().nullable(), pixels })) }),
			),
		/** Training samples and what a network would see of them in its first epochs; see `previewAugmentation`. */
		augmented: base
			.input(
				z.object({
					reference: datasetReferenceSchema,
					/** What pictures are scaled to where the reference leaves it open: the input layer's size. */
					size: z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]).nullable(),
					augmentation: augmentationSchema,
					seed: z.int(),
					offset: z.int().min(0),
					count: z.int().min(1).max(16),
					epochs: z.int().min(1).max(16),
				}),
			)
			.output(
				z.object({
					total: z.int(),
					samples: z.array(z.object({ index: z.int(), label: z.int(), name: z.string().nullable(), pixels, changed: z.array(pixels) })),
				}),
			),
	},
	runs: {
		start: base
			.input(z.object({ document: graphDocumentSchema, engine: engineNameSchema.nullable() }))
			.output(z.object({ run: z.string() })),
		/** Makes a run without epochs of the weights that the document starts from, so that they can be tried, tested and exported. */
		adopt: base.input(z.object({ document: graphDocumentSchema })).output(z.object({ run: z.string() })),
		/** Puts the weights that a run keeps where a document can start from them; what goes into the document. */
		takeWeights: base.input(z.object({ run: z.string() })).output(weightsReferenceSchema),
		/** Layers that the document's weights fill, and those that would start afresh. */
		startsFrom: base.input(z.object({ document: graphDocumentSchema })).output(startedFromSchema.nullable()),
		/** Does ahead what a run of this document would begin with; answers when that is done. Changes nothing but the time to its first batch. */
		prepare: base.input(z.object({ document: graphDocumentSchema, engine: engineNameSchema.nullable() })).output(z.object({})),
		/** Events so far, then live ones until the run ends. */
		events: base.input(z.object({ run: z.string() })).output(eventIterator(trainingEventSchema)),
		/** Looks for a learning rate on weights of its own; nothing is kept. Ends when it is no longer listened to. */
		findRate: base.input(z.object({ document: graphDocumentSchema })).output(eventIterator(rateEventSchema)),
		/** Ends within one batch; the weights so far are kept. */
		stop: base.input(z.object({ run: z.string() })).output(z.object({})),
		/** Goes on with a run that ended before it was done; see `canResume`. Follow it by `events`. */
		resume: base.input(z.object({ run: z.string() })).output(z.object({})),
		/** Holds before the next batch; the weights so far are saved and can be tried. */
		pause: base.input(z.object({ run: z.string() })).output(z.object({})),
		continue: base.input(z.object({ run: z.string() })).output(z.object({})),
		/** One batch of a run that is held. */
		step: base.input(z.object({ run: z.string() })).output(z.object({})),
		list: base.input(z.object({ documentId: z.string().nullable() })).output(z.array(runSummarySchema)),
		/** Names, stars or describes a run, under way or not. */
		annotate: base.input(z.object({ run: z.string(), changes: runNotesSchema })).output(z.object({})),
		/** Everything that the run was made from. */
		details: base.input(z.object({ run: z.string() })).output(
			z.object({
				document: graphDocumentSchema,
				training: trainingConfigSchema,
				/** `reference` is `null` for weights from elsewhere that met no data here yet. */
				dataset: z.object({
					reference: datasetReferenceSchema.nullable(),
					fingerprint: z.string().nullable(),
					classes: z.array(z.string()),
				}),
				made: runMakerSchema,
			}),
		),
		remove: base.input(z.object({ run: z.string() })).output(z.object({})),
		/** Test images that the model got wrong or right, for looking at. */
		answers: base
			.input(z.object({ run: z.string(), offset: z.int().min(0), count: z.int().min(1).max(200), only: z.enum(['all', 'wrong']) }))
			.output(
				z.object({
					total: z.int(),
					answers: z.array(z.object({ index: z.int(), label: z.int(), answer: z.int(), probability: z.number(), pixels })),
				}),
			),
	},
	predict: {
		sample: base
			.input(z.object({ run: z.string(), split: splitSchema, index: z.int().min(0) }))
			.output(z.object({ probabilities: z.array(z.number()), classes: z.array(z.string()), label: z.int().nullable() })),
		/** Any picture; it is scaled to the network's input. */
		picture: base
			.input(z.object({ run: z.string(), pixels }))
			.output(z.object({ probabilities: z.array(z.number()), classes: z.array(z.string()), label: z.int().nullable() })),
	},
	export: {
		targets: base.output(
			z.array(
				z.object({
					name: z.string(),
					purpose: exportPurposeSchema,
					title: messageSchema,
					summary: messageSchema,
					description: messageSchema,
					files: z.array(z.string()),
					/** Programs of other languages are not run for the proof, which is then of the weights alone. */
					provesWeightsAlone: z.boolean(),
				}),
			),
		),
		/** Which formats cannot say a run's network exactly, and at which node; the others are left out. */
		obstacles: base
			.input(z.object({ run: z.string() }))
			.output(z.array(z.object({ target: z.string(), reason: messageSchema, node: z.string().nullable() }))),
		/** Writes a whole folder or nothing; the last event carries the proof. */
		run: base.input(z.object({ run: z.string(), target: z.string(), directory: z.string(), overwrite: z.boolean() })).output(
			eventIterator(
				z.discriminatedUnion('kind', [
					z.object({ kind: z.literal('progress'), stage: messageSchema, share: z.number().min(0).max(1) }),
					z.object({
						kind: z.literal('done'),
						directory: z.string(),
						files: z.array(z.object({ name: z.string(), bytes: z.int() })),
						/** `largestDifference` is `null` where an answer was no number. */
						parity: z.object({
							inputs: z.int(),
							largestDifference: z.number().nullable(),
							tolerance: z.number(),
							passed: z.boolean(),
							partsAt: z.string().nullable(),
						}),
					}),
				]),
			),
		),
	},
	evaluate: {
		test: base.input(z.object({ run: z.string() })).output(evaluationSchema),
	},
};

export type Contract = typeof contract;
export type ContractInputs = InferContractRouterInputs<Contract>;
export type ContractOutputs = InferContractRouterOutputs<Contract>;
