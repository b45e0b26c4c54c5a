/**
 * The part of TensorFlow's protocol buffers that scalar summaries need: names and numbers as in tensorflow/core/util/event.proto and
 * tensorflow/core/framework/summary.proto.
 */
export const eventSchema = {
	nested: {
		tensorflow: {
			nested: {
				Event: {
					fields: {
						wallTime: { id: 1, type: 'double' },
						step: { id: 2, type: 'int64' },
						fileVersion: { id: 3, type: 'string' },
						summary: { id: 5, type: 'Summary' },
						sessionLog: { id: 7, type: 'SessionLog' },
					},
				},
				Summary: {
					fields: { value: { id: 1, type: 'Value', rule: 'repeated' } },
					nested: {
						Value: { fields: { tag: { id: 1, type: 'string' }, simpleValue: { id: 2, type: 'float' } } },
					},
				},
				SessionLog: {
					fields: { status: { id: 1, type: 'Status' } },
					nested: { Status: { values: { STATUS_UNSPECIFIED: 0, START: 1, STOP: 2, CHECKPOINT: 3 } } },
				},
			},
		},
	},
} as const;
