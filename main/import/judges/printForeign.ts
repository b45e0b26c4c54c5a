import { pickEngine } from '../../engine/pickEngine.ts';
import { askForeign, foreignModels } from './foreign.ts';

const { engine } = await pickEngine(null);
if (!engine) throw new Error('no engine computes here');
for (const path of await foreignModels(process.argv[2] ?? '.')) process.stdout.write(`${JSON.stringify(await askForeign(path, engine))}\n`);
