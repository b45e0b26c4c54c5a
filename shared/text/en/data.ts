/** English words: data. ICU MessageFormat; ids are the keys. */
export const data = {} as const satisfies Readonly<Record<string, string>>;
