/** English words: start. ICU MessageFormat; ids are the keys. */
export const start = {} as const satisfies Readonly<Record<string, string>>;
