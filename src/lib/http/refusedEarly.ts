import { getPayload, type SanitizedConfig } from 'payload'
import { withDataHeaders } from './answerHeaders'

type Told = { errors?: { reference?: string; status?: number; code?: string }[] }

/** The answer of the request guard on its way out; the log gets its reference, and nothing of the request. */
export const refusedEarly = async (
  config: Promise<SanitizedConfig> | SanitizedConfig,
  answer: Response,
): Promise<Response> => {
  const told = (await answer.clone().json()) as Told // made by the guard
  const { reference, status, code } = told.errors?.[0] ?? {}
  const { logger } = await getPayload({ config })
  logger.info({ reference, status, code }, 'A request was refused before it was read')
  return withDataHeaders(answer)
}
