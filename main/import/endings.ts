/** Endings of model files that are read, with the dot, in small letters: the importers’ own, here without what they load. */
export const modelEndings: readonly string[] = ['.keras', '.h5', '.hdf5', '.onnx', '.json', '.zip'];
