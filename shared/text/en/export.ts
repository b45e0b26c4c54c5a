/** English words: export. ICU MessageFormat; ids are the keys. */
export const export = {} as const satisfies Readonly<Record<string, string>>;
