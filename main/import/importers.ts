import { h5Importer } from './h5/h5.ts';
import type { Importer } from './importer.ts';
import { kerasImporter } from './keras/keras.ts';
import { onnxImporter } from './onnx/onnx.ts';
import { tfjsImporter } from './tfjs/tfjs.ts';

/** Every format that is read. */
export const importers: readonly Importer[] = [kerasImporter, h5Importer, onnxImporter, tfjsImporter];
