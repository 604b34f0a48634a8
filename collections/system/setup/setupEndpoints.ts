import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { asSystem } from '@/access/asSystem'
import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import { checklistOf, missingIn } from '@/src/domain/setup/checklist'
import { setupSteps, stateOf, stepNamed } from '@/src/domain/setup/steps'
import { words } from '@/src/domain/sharing/codes'
import { countAttempt, forgetAttempts } from '@/src/lib/attempts'
import { clock } from '@/src/lib/clock'
import { hasSmtp } from '@/src/lib/email'
import { env } from '@/src/lib/env'
import { Refusal } from '@/src/lib/errors'
import { keyFingerprint, sameFingerprint } from '@/src/lib/keyCopy'
import { sendTestMail } from './mailTest'
import { keyMark, mailMark } from './marks'
import { readSetupFacts } from './readFacts'

const noStore = { 'Cache-Control': 'no-store' }

const refuseOthers = (req: PayloadRequest, verb: 'read' | 'update'): void => {
  if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
  if (!isGranted(req, 'setup', verb))
    throw new Refusal('not-granted', 'The guided start is for the owner of the practice.')
}

const bodyOf = async (req: PayloadRequest): Promise<Record<string, unknown>> => {
  await addDataAndFileToRequest(req)
  return (req.data ?? {}) as Record<string, unknown> // an object: the guard of requests takes nothing else
}

/** Notes something that the owner proved or decided, under their name. */
const note = async (
  req: PayloadRequest,
  { action, reason, data }: { action: string; reason: string; data: Record<string, unknown> },
): Promise<void> => {
  const system = await asSystem(req, reason)
  await req.payload.updateGlobal({
    slug: 'setup' as never, // slugs are data here
    data: data as never, // its own columns
    req: system.req,
  })
  await audit(req, { action, outcome: 'done', recordIds: [], patientIds: [] })
}

const post = (path: string, handler: (req: PayloadRequest) => Promise<string>): Endpoint =>
  door('policy', {
    method: 'post',
    path,
    handler: async (req) => {
      refuseOthers(req, 'update')
      return Response.json({ message: await handler(req) }, { headers: noStore })
    },
  })

/** `GET /api/globals/setup/checklist`: the steps and what is missing before the first patient, as it is now. */
const checklist: Endpoint = door('policy', {
  method: 'get',
  path: '/checklist',
  handler: async (req) => {
    refuseOthers(req, 'read')
    const facts = await readSetupFacts(req)
    const items = checklistOf(facts)
    const steps = setupSteps.map((step) => ({
      id: step.id,
      title: step.title,
      state: stateOf(step, facts),
    }))
    const body = {
      isReady: missingIn(items).length === 0,
      isFinished: facts.isFinished,
      missing: missingIn(items).length,
      steps,
      items,
    }
    return Response.json(body, { headers: noStore })
  },
})

const keyCopy = async (req: PayloadRequest): Promise<string> => {
  const { fingerprint } = await bodyOf(req)
  const who = String(actorOf(req).id)
  await countAttempt(req, 'step-up', `key-copy|${who}`)
  const typed = typeof fingerprint === 'string' ? fingerprint : ''
  if (!sameFingerprint(typed, await keyFingerprint(env.KEY_DIR))) {
    throw new Refusal('invalid', [
      {
        path: 'fingerprint',
        message:
          'This is not the fingerprint of the keys in use. Copy them again and type in what the command prints.',
      },
    ])
  }
  await forgetAttempts(req.payload, 'step-up', `key-copy|${who}`)
  const at = clock.wall().toISOString()
  await note(req, {
    action: 'key-copy',
    reason: 'The owner proved a copy of the keys',
    data: { keyCopyOf: await keyMark(), keyCopyAt: at },
  })
  return 'The copy is good. Keep it where the server is not.'
}

const mailTest = async (req: PayloadRequest): Promise<string> => {
  const { id } = actorOf(req)
  if (!hasSmtp)
    throw new Refusal(
      'conflict',
      'No mail server is set. Put SMTP_URL and MAIL_FROM into .env, restart, then try again.',
    )
  await countAttempt(req, 'link', `mail-test|${id}`)
  const { email = '' } = (req.user ?? {}) as { email?: string } // staff
  const problem = await sendTestMail(email)
  if (problem) throw new Refusal('conflict', problem)
  const at = clock.wall().toISOString()
  await note(req, {
    action: 'mail-test',
    reason: 'The owner tested the mail server',
    data: { mailTestedWith: mailMark(), mailTestedAt: at },
  })
  return `The mail server took a message to ${email}. Look whether it arrived.`
}

const leaveOut = async (req: PayloadRequest): Promise<string> => {
  const step = stepNamed(String((await bodyOf(req))['step'] ?? ''))
  if (!step) throw new Refusal('invalid', 'There is no such step.')
  if (!step.without)
    throw new Refusal('conflict', `"${step.title}" cannot be left out: nothing works without it.`)
  const { leftOut } = await factReader(req).global('setup')
  const all = [...new Set([...words(leftOut), step.id])].join(' ')
  await note(req, {
    action: 'leave-out',
    reason: 'The owner goes on without a step',
    data: { leftOut: all },
  })
  return `Gone on without: ${step.title}.`
}

const finish = async (req: PayloadRequest): Promise<string> => {
  const missing = missingIn(checklistOf(await readSetupFacts(req)))
  if (missing.length)
    throw new Refusal(
      'conflict',
      missing.map(({ message, fixUrl }) => ({ message, fixUrl })),
    )
  await note(req, {
    action: 'finish-setup',
    reason: 'The owner finished the guided start',
    data: { finishedAt: clock.wall().toISOString() },
  })
  return 'Your practice is ready for its first patient.'
}

export const setupEndpoints: Endpoint[] = [
  checklist,
  post('/key-copy', keyCopy),
  post('/mail-test', mailTest),
  post('/leave-out', leaveOut),
  post('/finish', finish),
]
