/** What one import takes. */
export const importLimits = {
  lines: 20_000,
  columns: 100,
  /** Characters of one line, all its cells together. */
  lineCharacters: 50_000,
  /** Bytes of a file. */
  bytes: 8 * 1024 * 1024,
  /** Days after which a file that was never imported is forgotten. */
  keptDays: 30,
} as const
