import type { BasePayload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { asSystem } from '@/access/asSystem'
import { officeRoles, type StaffRole } from '@/access/roles'
import { audit } from '@/hooks/audit/writer'
import { parseInput } from '@/hooks/parseInput'
import { countAttempt } from '@/src/lib/attempts'
import { hashPassword } from '@/src/lib/crypto'
import { notFound, Refusal } from '@/src/lib/errors'
import { networkOf } from '@/src/lib/website/rateLimit'
import { checkNewPassword } from './newPassword'
import { bodyOf, type Handler, text } from './request'
import { openFor, userByEmail } from './signIn'
import { dropTokens, issueToken, readToken, spendToken } from './tokens'

/** Stands where a link names its person: nobody is there yet. */
const nobodyYet = 'first-owner'

/** Whether the practice has, or ever had, somebody who owns it. */
export const hasOwner = async (payload: BasePayload): Promise<boolean> => {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'staff',
    where: { roles: { in: ['owner'] } },
    limit: 1,
    pagination: false,
  })
  return docs.length > 0
}

/** A new link to the guided start; one that was printed before opens nothing from then on. */
export const issueSetupToken = async (payload: BasePayload): Promise<string> => {
  await dropTokens(payload, { surface: 'staff', userId: nobodyYet })
  return issueToken(payload, { purpose: 'setup', surface: 'staff', userId: nobodyYet })
}

const input = z.object({
  name: z.string().trim().min(2, 'Enter your name.').max(120, 'Enter a shorter name.'),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(200)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an e-mail address, such as name@example.com.'),
  seesPatients: z.boolean('Say whether you see patients yourself.'),
  worksAlone: z.boolean('Say yes or no.').default(false),
})

type Person = z.output<typeof input>

const personIn = (body: Record<string, unknown>): Person =>
  parseInput(input, { ...body, name: text(body['name']), email: text(body['email']) })

const refuseWhereOwned = async (payload: BasePayload): Promise<void> => {
  if (await hasOwner(payload))
    throw new Refusal('conflict', [
      {
        message:
          'This practice has its owner already. Sign in, or ask the owner for an invitation.',
        fixUrl: '/admin/login?redirect=/admin/setup',
      },
    ])
}

const tooOld = (): Refusal =>
  new Refusal(
    'invalid',
    'This address was used before or is too old. Run npm run setup at the server for a new one.',
  )

/** Roles of an owner who is a clinician, too, or does the work of the office as well. */
const rolesOf = ({ seesPatients, worksAlone }: Person): StaffRole[] => [
  'owner',
  ...(seesPatients ? (['clinician'] as const) : []),
  ...(worksAlone ? officeRoles : []),
]

// The roles come last: before them nobody owns the practice, and a new link begins again.
const makeOwner = async (
  req: PayloadRequest,
  person: Person,
  passwordHash: string,
): Promise<string> => {
  const { name, email, seesPatients } = person
  const system = await asSystem(req, 'First owner, by the address printed at the server')
  const known = await userByEmail(req, 'staff', email)
  const row = known ?? (await system.create({ collection: 'staff', data: { name, email } }))
  const id = String(row.id)
  const write = (data: Record<string, unknown>) =>
    req.payload.db.updateOne({ collection: 'staff', id, data })
  await write({ passwordHash, isAcceptingPatients: seesPatients })
  await write({ roles: rolesOf(person) })
  return id
}

/** Makes the account of the first owner for who has the address that was printed at the server. */
export const firstOwner: Handler = async (req, surface) => {
  if (surface !== 'staff') throw notFound()
  const body = await bodyOf(req)
  await countAttempt(req, 'link', networkOf(req.headers))
  await refuseWhereOwned(req.payload)
  const token = text(body['token'])
  const known = await readToken(req.payload, token, surface)
  if (known?.purpose !== 'setup') throw tooOld()
  const person = personIn(body)
  // Looked at before the link is used up: a weak password does not cost it.
  const user = { id: nobodyYet, email: person.email, name: person.name }
  const password = await checkNewPassword(req, { surface, user, password: body['password'] })
  if (!(await spendToken(req.payload, token, surface))) throw tooOld()
  const userId = await makeOwner(req, person, await hashPassword(password))
  await audit(req, {
    action: 'first-owner',
    outcome: 'done',
    collection: 'staff',
    recordIds: [userId],
  })
  return openFor(req, surface, { userId, message: 'Your account is made.' })
}
