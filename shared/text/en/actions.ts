/** English words: actions. ICU MessageFormat; ids are the keys. */
export const actions = {} as const satisfies Readonly<Record<string, string>>;
