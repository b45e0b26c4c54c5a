/** English words: canvas. ICU MessageFormat; ids are the keys. */
export const canvas = {} as const satisfies Readonly<Record<string, string>>;
