/** English words: engine. ICU MessageFormat; ids are the keys. */
export const engine = {} as const satisfies Readonly<Record<string, string>>;
