/** English words: inspector. ICU MessageFormat; ids are the keys. */
export const inspector = {} as const satisfies Readonly<Record<string, string>>;
