import type { Exporter } from './exporter.ts';
import { h5Exporter } from './h5/h5.ts';
import { kerasExporter } from './keras/keras.ts';
import { kerasScriptExporter } from './kerasScript/kerasScript.ts';
import { onnxExporter } from './onnx/onnx.ts';
import { pytorchExporter } from './pytorch/pytorch.ts';
import { savedModelExporter } from './savedModel/savedModel.ts';
import { tfjsExporter } from './tfjs/tfjs.ts';
import { trainingKitExporter } from './trainingKit/trainingKit.ts';
import { webPageExporter } from './webPage/webPage.ts';

/** Every format that a network can be taken away in; order is the order shown. */
export const exporters: readonly Exporter[] = [
	webPageExporter,
	tfjsExporter,
	kerasExporter,
	h5Exporter,
	pytorchExporter,
	onnxExporter,
	savedModelExporter,
	kerasScriptExporter,
	trainingKitExporter,
];
