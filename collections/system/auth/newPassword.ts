import type { PayloadRequest } from 'payload'
import type { Surface } from '@/access/session/cookies'
import type { UserRow } from '@/access/session/live'
import { signInSettings } from '@/access/session/signInSettings'
import type { StoredRow } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { passwordProblem } from '@/src/lib/passwords'

type Practice = { name?: string | null; legalName?: string | null } | null

/** Shortest passwords, NIST SP 800-63B-4: longer where nothing else is asked. */
export const shortestPassword = ({ withFactor }: { withFactor: boolean }): number =>
  withFactor ? 12 : 15

/** Words of the person and the practice: they are the first that somebody tries. */
const wordsOf = async (req: PayloadRequest, surface: Surface, user: UserRow): Promise<string[]> => {
  const practice = (await req.payload.db.findGlobal({ slug: 'practice' })) as Practice // read by name
  const patientId = surface === 'portal' ? user['patient'] : null
  const patient =
    typeof patientId === 'string'
      ? await req.payload.db.findOne<StoredRow>({
          collection: 'patients',
          where: { id: { equals: patientId } },
        })
      : null
  const names = [
    user.email,
    user['name'],
    patient?.['firstName'],
    patient?.['lastName'],
    patient?.['chosenName'],
    practice?.name,
    practice?.legalName,
  ]
  return names.filter((name): name is string => typeof name === 'string')
}

/** Answers the password when it may be used. Throws a Refusal that says what is wrong with it. */
export const checkNewPassword = async (
  req: PayloadRequest,
  { surface, user, password }: { surface: Surface; user: UserRow; password: unknown },
): Promise<string> => {
  const { isFactorRequired } = await signInSettings(req.payload)
  const withFactor = user.hasFactor === true || (surface === 'staff' && isFactorRequired)
  const message = await passwordProblem(password, {
    shortest: shortestPassword({ withFactor }),
    words: await wordsOf(req, surface, user),
  })
  if (message || typeof password !== 'string')
    throw new Refusal('invalid', [{ path: 'password', message: message ?? 'Enter a password.' }])
  return password
}
