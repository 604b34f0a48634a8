import { saveFile } from './saveFile'

const sentencesIn = (body: unknown): string[] => {
  const errors = body && typeof body === 'object' && 'errors' in body ? body.errors : null
  const found = Array.isArray(errors)
    ? (errors as { message?: unknown }[]).flatMap(({ message }) =>
        typeof message === 'string' ? [message] : [],
      )
    : []
  return found.length ? found : ['The file was not handed out. Try again in a minute.']
}

/** Asks for a file by POST and lets the browser save it. Answers why not, or nothing. */
export const saveAnswer = async (path: string): Promise<string[]> => {
  try {
    const answer = await fetch(path, { method: 'POST', credentials: 'same-origin' })
    if (!answer.ok) return sentencesIn(await answer.json().catch(() => null))
    await saveFile(answer)
    return []
  } catch {
    return ['The server could not be reached. Check your connection and try again.']
  }
}
