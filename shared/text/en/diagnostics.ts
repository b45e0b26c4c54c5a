/** English words: diagnostics. ICU MessageFormat; ids are the keys. */
export const diagnostics = {} as const satisfies Readonly<Record<string, string>>;
