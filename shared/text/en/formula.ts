/** English words: formula. ICU MessageFormat; ids are the keys. */
export const formula = {} as const satisfies Readonly<Record<string, string>>;
