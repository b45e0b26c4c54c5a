/** English words: cli. ICU MessageFormat; ids are the keys. */
export const cli = {} as const satisfies Readonly<Record<string, string>>;
