import type { DatasetDescription } from '../datasets/dataset.ts';
import type { DocumentSettings, NodeConfig } from '../graph/document.ts';
import type { Result } from '../result.ts';
import type { TensorShape } from '../tensor/shape.ts';
import type { WindowGeometry } from '../tensor/window.ts';
import type { Message } from '../text/message.ts';
import type { ConfigOf, Fields } from './fields.ts';
import type { FormulaBlock } from './formula.ts';
import type { LayerTargets } from './targets.ts';

/** Palette group and colour. */
export type Category = 'endpoint' | 'convolution' | 'pooling' | 'normalization' | 'dropout' | 'activation' | 'dense' | 'joining' | 'size';

/** Drawn by the renderer; a kind names the picture that fits. */
export type LayerIcon =
	| 'input'
	| 'output'
	| 'convolution'
	| 'pooling'
	| 'normalization'
	| 'dropout'
	| 'activation'
	| 'dense'
	| 'flatten'
	| 'joining'
	| 'size';

export interface PortDefinition {
	readonly name: string;
	/** Takes any number of wires, in order. */
	readonly many?: boolean;
	/** Fewest wires of a `many` port; 1 where absent. */
	readonly min?: number;
}

/** How a weight is filled before training; drawn from the document's seed, the same on every engine. */
export type Initializer =
	| { readonly kind: 'zeros' }
	| { readonly kind: 'ones' }
	| { readonly kind: 'constant'; readonly value: number }
	/** Uniform in ±√(6 / (fanIn + fanOut)): Glorot and Bengio 2010. */
	| { readonly kind: 'glorotUniform'; readonly fanIn: number; readonly fanOut: number }
	| { readonly kind: 'glorotNormal'; readonly fanIn: number; readonly fanOut: number }
	/** Normal, truncated at two deviations, variance 2 / fanIn: He et al. 2015. */
	| { readonly kind: 'heNormal'; readonly fanIn: number }
	| { readonly kind: 'heUniform'; readonly fanIn: number };

/** What the axes of a weight mean, so that a target can reorder them without knowing the kind. */
export type WeightLayout = 'HWIO' | 'HWOI' | 'HWIM' | 'IO' | 'C' | 'none';

/** One weight tensor of a node: its size, how it starts, whether it learns. */
export interface WeightSpec {
	/** Keras's name: `kernel`, `bias`, `gamma`, `beta`, `movingMean`, `movingVariance`. */
	readonly name: string;
	readonly shape: readonly number[];
	readonly layout: WeightLayout;
	readonly initializer: Initializer;
	/** False for statistics that training does not learn by gradient. */
	readonly isTrainable: boolean;
	/** Kept by the engine after every update; absent where the weight may take any value. */
	readonly constraint?: Constraint;
}

/** `axes` are those that are summed over: what one filter or unit takes in. A longer row of weights is shortened to `limit`. */
export interface Constraint {
	readonly kind: 'maxNorm';
	readonly limit: number;
	readonly axes: readonly number[];
}

/**
 * What the checks of the whole graph ask of a kind.
 * `batchStatistics`: takes away the mean of the batch, channel by channel, and keeps moving averages.
 */
export type LayerTrait = 'batchStatistics';

/** What a layer may look at besides its own settings. */
export interface LayerContext {
	readonly settings: DocumentSettings;
	readonly dataset: DatasetDescription | null;
}

/** What comes in and goes out, for a card that shows it. */
export interface CardSizes {
	readonly inputs: readonly TensorShape[];
	readonly output: TensorShape;
}

/** A repair that a layer proposes without knowing the graph; `shared/inference/fixes.ts` turns it into edits. */
export type FixProposal =
	| {
			readonly kind: 'setConfig';
			readonly id: string;
			readonly label: Message;
			readonly detail: Message | null;
			readonly config: NodeConfig;
	  }
	/** Puts a new layer on the wire into input `input` (index among the wires). */
	| {
			readonly kind: 'insertBefore';
			readonly id: string;
			readonly label: Message;
			readonly detail: Message | null;
			readonly layerKind: string;
			readonly config: NodeConfig;
			readonly input: number;
	  }
	| {
			readonly kind: 'replaceKind';
			readonly id: string;
			readonly label: Message;
			readonly detail: Message | null;
			readonly layerKind: string;
			readonly config: NodeConfig;
	  };

/** What a layer finds wrong with its settings or inputs; `code` selects the words. */
export interface LayerProblem {
	readonly code: string;
	readonly severity: 'error' | 'warning' | 'note';
	readonly field?: string;
	/** Index of the wire concerned. */
	readonly input?: number;
	/** Numbers for the sentences of the code. */
	readonly values?: Message['values'];
	readonly received?: Message;
	readonly expected?: Message;
	readonly fixes?: readonly FixProposal[];
}

/** A layer's answer: the size it makes, with remarks, or the problems that stop it. */
export type Inferred = Result<{ readonly output: TensorShape; readonly remarks: readonly LayerProblem[] }, readonly LayerProblem[]>;

/** How one output value depends on the input's rows and columns. */
export type Sight =
	/** Every value sees its own place only. */
	| { readonly kind: 'point' }
	| { readonly kind: 'window'; readonly geometry: WindowGeometry }
	/** Every value sees all (dense, flatten, global pooling). */
	| { readonly kind: 'whole' };

/** English words of a kind; other languages translate them under `layer.<kind>.<key>`. */
export interface LayerText {
	readonly title: string;
	/** First name of a new node, numbered: "conv" → conv 1, conv 2. */
	readonly nodeName: string;
	/** One line for palette and search. */
	readonly summary: string;
	/** A learner's explanation, two to five sentences. */
	readonly explanation: string;
	/** Other words people search for: "fully connected". */
	readonly synonyms: readonly string[];
	/** Two lines on the node card, ICU messages over the config: "{kernelSize}, {filters} filters". */
	readonly card: readonly [string, string];
	/** `fieldName.label`, `fieldName.help`, `fieldName.option.<value>`; also the sentences of this kind's own diagnostics (`diagnostic.<code>.title`, `.text`). */
	readonly words?: Readonly<Record<string, string>>;
}

/**
 * Everything about one layer kind. Nothing outside `shared/layers/<kind>/` knows the kind;
 * shared code asks these properties instead. Functions are written as methods so that definitions
 * of different fields fit one list (`catalogue.ts`); their `config` comes from `parseConfig` alone.
 */
export interface LayerDefinition<F extends Fields = Fields> {
	/** Stable name in saved files: `conv2d`. */
	readonly kind: string;
	readonly category: Category;
	/** Colour where it differs from the category's: flatten stands among the dense layers but computes nothing. */
	readonly colour?: Category;
	readonly icon: LayerIcon;
	readonly text: LayerText;
	readonly inputs: readonly PortDefinition[];
	readonly outputs: readonly PortDefinition[];
	/** Where data enters or the answer leaves. */
	readonly endpoint?: 'source' | 'sink';
	readonly traits?: readonly LayerTrait[];
	readonly fields: F;
	/** Output size, or why there is none. Pure; called only with known input sizes. A remark may be an error: the size is known all the same. */
	inferShape(config: ConfigOf<F>, inputs: readonly TensorShape[], context: LayerContext): Inferred;
	/** In the order in which Keras stores them. */
	weights(config: ConfigOf<F>, inputs: readonly TensorShape[], output: TensorShape): readonly WeightSpec[];
	/** Multiply-adds per sample. */
	multiplyAdds(config: ConfigOf<F>, inputs: readonly TensorShape[], output: TensorShape): number;
	sight(config: ConfigOf<F>, inputs: readonly TensorShape[]): Sight;
	/** Symbols, numbers and results for the inspector. */
	formula?(config: ConfigOf<F>, inputs: readonly TensorShape[], output: TensorShape): FormulaBlock;
	/** Values for the card's two lines, worded by `text.card`; `sizes` are there as soon as they are known. */
	cardValues(config: ConfigOf<F>, context: LayerContext, sizes?: CardSizes): NonNullable<Message['values']>;
	/** Activation applied at the end, which a loss may want to see before it (`softmax` → logits). */
	finalActivation?(config: ConfigOf<F>): string;
	/** What the answer of a `sink` means; decides loss and metrics. */
	task?(config: ConfigOf<F>): 'classification' | 'regression' | 'segmentation';
	readonly targets: LayerTargets<F>;
}

/** Finds a kind's definition; `layerDefinition` of the catalogue, or a test's own. */
export type LayerLookup = (kind: string) => LayerDefinition | undefined;

/** Types a definition from its own fields; the identity at run time. */
export function defineLayer<F extends Fields>(definition: LayerDefinition<F>): LayerDefinition<F> {
	return definition;
}
