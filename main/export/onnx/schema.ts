/** The part of ONNX's protocol buffers that a network of floats needs: names and numbers of onnx/onnx.proto (IR version 9). */
export const onnxSchema = {
	nested: {
		onnx: {
			nested: {
				ModelProto: {
					fields: {
						irVersion: { id: 1, type: 'int64' },
						producerName: { id: 2, type: 'string' },
						docString: { id: 6, type: 'string' },
						graph: { id: 7, type: 'GraphProto' },
						opsetImport: { id: 8, type: 'OperatorSetIdProto', rule: 'repeated' },
						metadataProps: { id: 14, type: 'StringStringEntryProto', rule: 'repeated' },
					},
				},
				OperatorSetIdProto: { fields: { domain: { id: 1, type: 'string' }, version: { id: 2, type: 'int64' } } },
				StringStringEntryProto: { fields: { key: { id: 1, type: 'string' }, value: { id: 2, type: 'string' } } },
				GraphProto: {
					fields: {
						node: { id: 1, type: 'NodeProto', rule: 'repeated' },
						name: { id: 2, type: 'string' },
						initializer: { id: 5, type: 'TensorProto', rule: 'repeated' },
						input: { id: 11, type: 'ValueInfoProto', rule: 'repeated' },
						output: { id: 12, type: 'ValueInfoProto', rule: 'repeated' },
						valueInfo: { id: 13, type: 'ValueInfoProto', rule: 'repeated' },
					},
				},
				NodeProto: {
					fields: {
						input: { id: 1, type: 'string', rule: 'repeated' },
						output: { id: 2, type: 'string', rule: 'repeated' },
						name: { id: 3, type: 'string' },
						opType: { id: 4, type: 'string' },
						attribute: { id: 5, type: 'AttributeProto', rule: 'repeated' },
						docString: { id: 6, type: 'string' },
					},
				},
				AttributeProto: {
					fields: {
						name: { id: 1, type: 'string' },
						f: { id: 2, type: 'float' },
						i: { id: 3, type: 'int64' },
						s: { id: 4, type: 'bytes' },
						ints: { id: 8, type: 'int64', rule: 'repeated', options: { packed: false } },
						type: { id: 20, type: 'AttributeType' },
					},
				},
				AttributeType: { values: { UNDEFINED: 0, FLOAT: 1, INT: 2, STRING: 3, INTS: 7 } },
				TensorProto: {
					fields: {
						dims: { id: 1, type: 'int64', rule: 'repeated', options: { packed: false } },
						dataType: { id: 2, type: 'int32' },
						name: { id: 8, type: 'string' },
						rawData: { id: 9, type: 'bytes' },
					},
				},
				ValueInfoProto: { fields: { name: { id: 1, type: 'string' }, type: { id: 2, type: 'TypeProto' } } },
				TypeProto: {
					fields: { tensorType: { id: 1, type: 'Tensor' } },
					nested: { Tensor: { fields: { elemType: { id: 1, type: 'int32' }, shape: { id: 2, type: 'TensorShapeProto' } } } },
				},
				TensorShapeProto: {
					fields: { dim: { id: 1, type: 'Dimension', rule: 'repeated' } },
					nested: {
						Dimension: {
							oneofs: { value: { oneof: ['dimValue', 'dimParam'] } },
							fields: { dimValue: { id: 1, type: 'int64' }, dimParam: { id: 2, type: 'string' } },
						},
					},
				},
			},
		},
	},
};
