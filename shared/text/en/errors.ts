/** English words: errors. ICU MessageFormat; ids are the keys. */
export const errors = {} as const satisfies Readonly<Record<string, string>>;
