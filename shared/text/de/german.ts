import { actions } from './actions.ts';
import { augmentation } from './augmentation.ts';
import { augmentationKinds } from './augmentationKinds.ts';
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
import { activation as activationLayers } from './layers/activation.ts';
import { convolution as convolutionLayers } from './layers/convolution.ts';
import { dropout as dropoutLayers } from './layers/dropout.ts';
import { endpoints as endpointsLayers } from './layers/endpoints.ts';
import { joining as joiningLayers } from './layers/joining.ts';
import { normalization as normalizationLayers } from './layers/normalization.ts';
import { pooling as poolingLayers } from './layers/pooling.ts';
import { size as sizeLayers } from './layers/size.ts';
import { vectors as vectorsLayers } from './layers/vectors.ts';
import { modelCard } from './modelCard.ts';
import { outline } from './outline.ts';
import { picture } from './picture.ts';
import { pieces } from './pieces.ts';
import { preferences } from './preferences.ts';
import { problems } from './problems.ts';
import { runs } from './runs.ts';
import { start } from './start.ts';
import { templates } from './templates.ts';
import { training } from './training.ts';
import { webPage } from './webPage.ts';

/** German, complete: every sentence of the English catalogue under the same id. Terms: docs/languages.md. */
export const german: Readonly<Record<string, string>> = {
	...actions,
	...activationLayers,
	...augmentation,
	...augmentationKinds,
	...canvas,
	...cli,
	...common,
	...convolutionLayers,
	...data,
	...desktop,
	...diagnostics,
	...documents,
	...dropoutLayers,
	...endpointsLayers,
	...engine,
	...errors,
	...evaluate,
	...exporting,
	...fields,
	...formula,
	...groups,
	...importing,
	...inspector,
	...joiningLayers,
	...languages,
	...layerProblems,
	...modelCard,
	...normalizationLayers,
	...outline,
	...picture,
	...pieces,
	...poolingLayers,
	...preferences,
	...problems,
	...runs,
	...sizeLayers,
	...start,
	...templates,
	...training,
	...vectorsLayers,
	...webPage,
};
