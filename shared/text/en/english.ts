import { layerTexts } from '../../layers/catalogue.ts';
import { augmentationTexts } from '../../training/augmentation/catalogue.ts';
import { actions } from './actions.ts';
import { augmentation } from './augmentation.ts';
import { canvas } from './canvas.ts';
import { cli } from './cli.ts';
import { common } from './common.ts';
import { data } from './data.ts';
import { desktop } from './desktop.ts';
import { diagnostics } from './diagnostics.ts';
import { documents } from './documents.ts';
import { engine } from './engine.ts';
import { errors } from './errors.ts';
import { evaluate } from './evaluate.ts';
import { exporting } from './exporting.ts';
import { fields } from './fields.ts';
import { formula } from './formula.ts';
import { groups } from './groups.ts';
import { importing } from './importing.ts';
import { inspector } from './inspector.ts';
import { languages } from './languages.ts';
import { layerProblems } from './layerProblems.ts';
import { modelCard } from './modelCard.ts';
import { outlineText } from './outline.ts';
import { picture } from './picture.ts';
import { pieces } from './pieces.ts';
import { preferences } from './preferences.ts';
import { problems } from './problems.ts';
import { runs } from './runs.ts';
import { start } from './start.ts';
import { templates } from './templates.ts';
import { training } from './training.ts';
import { webPage } from './webPage.ts';

/** The source language: every sentence of the app by id, those of the layer kinds' own folders included. */
export const english: Readonly<Record<string, string>> = {
	...actions,
	...augmentation,
	...canvas,
	...cli,
	...common,
	...data,
	...desktop,
	...diagnostics,
	...documents,
	...engine,
	...errors,
	...evaluate,
	...exporting,
	...fields,
	...formula,
	...groups,
	...importing,
	...inspector,
	...languages,
	...layerProblems,
	...modelCard,
	...outlineText,
	...preferences,
	...picture,
	...pieces,
	...problems,
	...runs,
	...start,
	...training,
	...webPage,
	...templates,
	...layerTexts(),
	...augmentationTexts(),
};
