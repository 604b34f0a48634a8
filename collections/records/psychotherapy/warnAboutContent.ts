import { psychotherapyFindings } from '@/src/domain/records/psychotherapyText'

type Doc = { doc: Record<string, unknown>; data?: Record<string, unknown> }

/** Tells the author in the answer what does not belong here (R57); never refuses. */
export const warnAboutContent = ({ data, doc }: Doc): Record<string, unknown> => {
  const text = doc['text'] ?? data?.['text']
  if (typeof text !== 'string') return doc
  const messages = psychotherapyFindings(text).map(({ found, message }) => `"${found}": ${message}`)
  doc['warnings'] = messages.length ? messages.join('\n') : null
  return doc
}
