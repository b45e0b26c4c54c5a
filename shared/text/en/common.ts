/** English words: common. ICU MessageFormat; ids are the keys. */
export const common = {} as const satisfies Readonly<Record<string, string>>;
