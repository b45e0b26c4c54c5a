import { findTemplate } from '#shared/templates/templates.ts';
import { engineNameSchema } from '#shared/training/event.ts';
import { createTraining } from '../training.ts';

/** A program for tests to kill: starts a short run, or goes on with one, and tells its batches and its end on standard output. */
const [dataFolder = '', assetsFolder = '', workerFile = '', asked = '', given] = process.argv.slice(2);
const engine = engineNameSchema.parse(asked);
const template = findTemplate('perceptron');
if (!template) throw new Error('the template is missing');
const document = template.build('killed');
const training = createTraining({ dataFolder, assetsFolder, workerFile, version: 'test' });
const settings = { ...document.training, epochs: 3, batchSize: 512, checkpointSeconds: 0, schedule: 'cosine' } as const;
const run = given ?? (await training.start({ ...document, training: settings }, engine));
process.stdout.write(`run ${run}\n`);
if (given) await training.resume(given);
for await (const event of training.events(run)) if (event.kind === 'batch') process.stdout.write('batch\n');
await training.close();
process.stdout.write('ended\n');
