import { randomToken } from '@/src/lib/crypto'

type More = { rule?: string; headers?: Record<string, string> }

/** A refusal in the one shape, for what answers before Payload or in its place. */
export const refusal = (
  status: number,
  code: string,
  message: string,
  { headers = {}, rule }: More = {},
): Response => {
  const entry = {
    status,
    code,
    name: 'Refusal',
    message,
    ...(rule ? { rule } : {}),
    reference: randomToken(9),
    data: { errors: [] },
  }
  return Response.json({ errors: [entry] }, { status, headers })
}

/** For an address that is there and takes other methods. */
export const otherMethods = (methods: readonly string[]): Response => {
  const taken = methods.join(', ')
  const message = `This address takes ${taken} only.`
  return refusal(405, 'not-allowed-here', message, { headers: { Allow: taken } })
}
