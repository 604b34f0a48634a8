/** What the log keeps of an error. */
export type FaultRecord = { type: string; code?: string; message?: string; stack: string }

// Their messages name tables, columns and states of the file, never a value.
const speaksOfSchemaOnly = /^(?:Libsql|Sqlite)Error$/

const frames = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20)
    .join('\n')

/**
 * An error as the log may hold it: its kind, its code and where it came from. Its message stays out:
 * databases and parsers repeat in it what they were given, which may be a name or a sentence of a chart.
 */
export const faultRecord = (error: unknown): FaultRecord => {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' }
  const { cause } = error
  const code = 'code' in error ? String(error.code) : ''
  const own: FaultRecord = {
    type: error.constructor.name || error.name,
    ...(/^[\w.-]{1,60}$/.test(code) ? { code } : {}),
    ...(speaksOfSchemaOnly.test(error.name) ? { message: error.message } : {}),
    stack: frames(error),
  }
  if (!(cause instanceof Error)) return own
  const below = faultRecord(cause)
  return {
    ...own,
    type: `${own.type} < ${below.type}`,
    ...(below.code ? { code: below.code } : {}),
    ...(below.message ? { message: below.message } : {}),
  }
}
