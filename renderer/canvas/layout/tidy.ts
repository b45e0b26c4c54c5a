export async function tidy(): Promise<void> {}
