/** English words: problems. ICU MessageFormat; ids are the keys. */
export const problems = {} as const satisfies Readonly<Record<string, string>>;
