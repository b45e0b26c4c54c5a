/** English words: fields. ICU MessageFormat; ids are the keys. */
export const fields = {} as const satisfies Readonly<Record<string, string>>;
