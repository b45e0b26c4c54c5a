/** Layers that Keras lacks, by the class names of `shared/layers/targets.ts`, as Python that is the same in every script. */
export const customLayers: Readonly<Record<string, string>> = {
	ChannelPadding: `class ChannelPadding(layers.Layer):
    """Channels of zeros before and after those that come in."""

    def __init__(self, before, after, **settings):
        super().__init__(**settings)
        self.padding = [[0, 0], [0, 0], [0, 0], [before, after]]

    def call(self, x):
        return ops.pad(x, self.padding)`,
	FixedFilter2D: `class FixedFilter2D(layers.Layer):
    """The same numbers over every channel; nothing to learn."""

    def __init__(self, kernel, strides, padding, **settings):
        super().__init__(**settings)
        self.rows, self.strides, self.padding = np.array(kernel, "float32"), tuple(strides), padding

    def call(self, x):
        channels = x.shape[-1]
        kernel = np.repeat(self.rows[:, :, None, None], channels, axis=3)
        return ops.conv(x, kernel, self.strides, self.padding, data_format="channels_last")`,
	LocalResponseNormalization: `class LocalResponseNormalization(layers.Layer):
    """Divides by the strength of the neighbours in the channels: Krizhevsky 2012, section 3.3."""

    def __init__(self, depth_radius, bias, alpha, beta, **settings):
        super().__init__(**settings)
        self.depth_radius, self.bias, self.alpha, self.beta = depth_radius, bias, alpha, beta

    def call(self, x):
        radius, channels = self.depth_radius, x.shape[-1]
        squares = ops.pad(ops.square(x), [[0, 0], [0, 0], [0, 0], [radius, radius]])
        total = sum(squares[..., start : start + channels] for start in range(2 * radius + 1))
        return x * ops.power(self.bias + self.alpha * total, -self.beta)`,
	PaddedAveragePooling2D: `class PaddedAveragePooling2D(layers.Layer):
    """The mean over a window; zeros around the map count or do not."""

    def __init__(self, pool_size, strides, pad, count_padding, **settings):
        super().__init__(**settings)
        top, bottom, left, right = pad
        self.padding = [[0, 0], [top, bottom], [left, right], [0, 0]]
        self.pool_size, self.strides, self.count_padding = tuple(pool_size), tuple(strides), count_padding

    def call(self, x):
        mean = self.pool(x)
        return mean if self.count_padding else mean / self.pool(ops.ones_like(x))

    def pool(self, x):
        padded = ops.pad(x, self.padding)
        return ops.average_pool(padded, self.pool_size, self.strides, "valid", data_format="channels_last")`,
	PaddedMaxPooling2D: `class PaddedMaxPooling2D(layers.Layer):
    """The largest value of a window; padding never wins."""

    def __init__(self, pool_size, strides, pad, **settings):
        super().__init__(**settings)
        top, bottom, left, right = pad
        self.padding = [[0, 0], [top, bottom], [left, right], [0, 0]]
        self.pool_size, self.strides = tuple(pool_size), tuple(strides)

    def call(self, x):
        padded = ops.pad(x, self.padding, constant_values=-np.inf)
        return ops.max_pool(padded, self.pool_size, self.strides, "valid", data_format="channels_last")`,
	CornerUpSampling2D: `class CornerUpSampling2D(layers.Layer):
    """Larger maps with straight lines between the cells, counted from the first corner."""

    def __init__(self, size, **settings):
        super().__init__(**settings)
        self.size = size

    def call(self, x):
        rows, columns = mixture(x.shape[1], self.size[0]), mixture(x.shape[2], self.size[1])
        return ops.einsum("nhwc,hp,wq->npqc", x, rows, columns)


def mixture(cells, factor):
    """How much of each cell is in each new one."""
    places = np.arange(cells * factor) / factor
    before = places.astype(int)
    after = np.minimum(before + 1, cells - 1)
    shares = np.zeros((cells, cells * factor), "float32")
    np.add.at(shares, (before, np.arange(cells * factor)), 1 - (places - before))
    np.add.at(shares, (after, np.arange(cells * factor)), places - before)
    return shares`,
};
