/** English words: documents. ICU MessageFormat; ids are the keys. */
export const documents = {} as const satisfies Readonly<Record<string, string>>;
