/**
 * The part of TensorFlow's protocol buffers that a SavedModel needs: field names and numbers as in
 * tensorflow/core/framework/{graph,node_def,attr_value,tensor,tensor_shape,types,variable}.proto and
 * tensorflow/core/protobuf/{saved_model,meta_graph,saver}.proto.
 */
export const savedModelSchema = {
	nested: {
		tensorflow: {
			nested: {
				SavedModel: {
					fields: {
						savedModelSchemaVersion: { id: 1, type: 'int64' },
						metaGraphs: { id: 2, type: 'MetaGraphDef', rule: 'repeated' },
					},
				},
				MetaGraphDef: {
					fields: {
						metaInfoDef: { id: 1, type: 'MetaInfoDef' },
						graphDef: { id: 2, type: 'GraphDef' },
						saverDef: { id: 3, type: 'SaverDef' },
						collectionDef: { id: 4, keyType: 'string', type: 'CollectionDef' },
						signatureDef: { id: 5, keyType: 'string', type: 'SignatureDef' },
					},
					nested: {
						MetaInfoDef: {
							fields: {
								tags: { id: 4, type: 'string', rule: 'repeated' },
								tensorflowVersion: { id: 5, type: 'string' },
							},
						},
					},
				},
				SaverDef: {
					fields: {
						filenameTensorName: { id: 1, type: 'string' },
						saveTensorName: { id: 2, type: 'string' },
						restoreOpName: { id: 3, type: 'string' },
						version: { id: 7, type: 'CheckpointFormatVersion' },
					},
					nested: { CheckpointFormatVersion: { values: { LEGACY: 0, V1: 1, V2: 2 } } },
				},
				CollectionDef: {
					fields: { bytesList: { id: 2, type: 'BytesList' } },
					nested: { BytesList: { fields: { value: { id: 1, type: 'bytes', rule: 'repeated' } } } },
				},
				VariableDef: {
					fields: {
						variableName: { id: 1, type: 'string' },
						initializerName: { id: 2, type: 'string' },
						snapshotName: { id: 3, type: 'string' },
						isResource: { id: 5, type: 'bool' },
						initialValueName: { id: 6, type: 'string' },
						trainable: { id: 7, type: 'bool' },
					},
				},
				SignatureDef: {
					fields: {
						inputs: { id: 1, keyType: 'string', type: 'TensorInfo' },
						outputs: { id: 2, keyType: 'string', type: 'TensorInfo' },
						methodName: { id: 3, type: 'string' },
					},
				},
				TensorInfo: {
					fields: {
						name: { id: 1, type: 'string' },
						dtype: { id: 2, type: 'DataType' },
						tensorShape: { id: 3, type: 'TensorShapeProto' },
					},
				},
				GraphDef: {
					fields: {
						node: { id: 1, type: 'NodeDef', rule: 'repeated' },
						versions: { id: 4, type: 'VersionDef' },
					},
				},
				VersionDef: {
					fields: {
						producer: { id: 1, type: 'int32' },
						minConsumer: { id: 2, type: 'int32' },
					},
				},
				NodeDef: {
					fields: {
						name: { id: 1, type: 'string' },
						op: { id: 2, type: 'string' },
						input: { id: 3, type: 'string', rule: 'repeated' },
						attr: { id: 5, keyType: 'string', type: 'AttrValue' },
					},
				},
				AttrValue: {
					oneofs: { value: { oneof: ['list', 's', 'i', 'f', 'b', 'type', 'shape', 'tensor'] } },
					fields: {
						list: { id: 1, type: 'ListValue' },
						s: { id: 2, type: 'bytes' },
						i: { id: 3, type: 'int64' },
						f: { id: 4, type: 'float' },
						b: { id: 5, type: 'bool' },
						type: { id: 6, type: 'DataType' },
						shape: { id: 7, type: 'TensorShapeProto' },
						tensor: { id: 8, type: 'TensorProto' },
					},
					nested: {
						ListValue: {
							fields: {
								i: { id: 3, type: 'int64', rule: 'repeated', options: { packed: true } },
								type: { id: 6, type: 'DataType', rule: 'repeated', options: { packed: true } },
							},
						},
					},
				},
				TensorProto: {
					fields: {
						dtype: { id: 1, type: 'DataType' },
						tensorShape: { id: 2, type: 'TensorShapeProto' },
						tensorContent: { id: 4, type: 'bytes' },
						stringVal: { id: 8, type: 'bytes', rule: 'repeated' },
					},
				},
				TensorShapeProto: {
					fields: { dim: { id: 2, type: 'Dim', rule: 'repeated' } },
					nested: { Dim: { fields: { size: { id: 1, type: 'int64' } } } },
				},
				DataType: {
					values: {
						DT_INVALID: 0,
						DT_FLOAT: 1,
						DT_INT32: 3,
						DT_UINT8: 4,
						DT_STRING: 7,
						DT_INT64: 9,
						DT_BOOL: 10,
						DT_UINT16: 17,
						DT_RESOURCE: 20,
					},
				},
			},
		},
	},
};
