export const KOREAN: ReadonlyMap<string, string> = new Map();
