/** English words: training. ICU MessageFormat; ids are the keys. */
export const training = {} as const satisfies Readonly<Record<string, string>>;
