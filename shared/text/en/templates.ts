/** English words: templates. ICU MessageFormat; ids are the keys. */
export const templates = {} as const satisfies Readonly<Record<string, string>>;
