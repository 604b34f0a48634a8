// npm run seed [-- --logins <file>]: fills an empty database with the demo clinic Harbour Therapy.
// npm run seed -- --patients 100000: fills an empty database with that many made-up people, for measuring.
// DATABASE_URL, KEY_DIR, UPLOAD_DIR and PAYLOAD_SECRET come from the environment, as for the server.
import 'dotenv/config'
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type BasePayload, getPayload } from 'payload'
import { demoLogins } from '@/src/demo/seed/logins'
import { SeedRefusal, seedDemo } from '@/src/demo/seed/seedDemo'
import type { TellEnded } from '@/src/demo/seed/tellHistory'
import { seedVolume } from '@/src/demo/volume/seedVolume'
import { clock } from '@/src/lib/clock'
import { placeFault } from './lib/say.mjs'
import type { Asked, Told } from './seed-ended'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const option = (name: string): string | null => {
  const at = process.argv.indexOf(name)
  return at < 0 ? null : (process.argv[at + 1] ?? '')
}

const mostPatients = 1_000_000

/** How many people `--patients` asks for; null without it. */
const volumeAsked = (): number | null => {
  const given = option('--patients')
  if (given === null) return null
  const count = Number(given)
  if (!Number.isInteger(count) || count < 1 || count > mostPatients)
    throw new SeedRefusal(`--patients takes a number from 1 to ${mostPatients}, such as 100000.`)
  return count
}

const introduce = (isVolume: boolean): void => {
  // Nobody of the volume has a private page.
  const logins = demoLogins().filter(({ address }) => !isVolume || address !== '/portal')
  const file = option('--logins')
  if (file) writeFileSync(file, JSON.stringify(logins, null, 2))
  say('')
  for (const { who, address, email, password } of logins) {
    say(`  ${who.padEnd(32)} ${address.padEnd(8)} ${email.padEnd(34)} ${password}`)
  }
}

// A database's error can repeat all the rows it was given.
const longest = 1500

const explain = (error: unknown): void => {
  const plain = error instanceof SeedRefusal ? error.message : placeFault(error)
  if (plain) {
    say(plain)
    return
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  say(`The seed stopped: ${text.slice(0, longest)}`)
  const { findings } = error as { findings?: { message: string }[] } // a Refusal names what is wrong
  for (const { message } of findings ?? []) say(`  ${message}`)
}

/** Starts a second process, for the second core, that will tell of the ended therapies. */
const startBeside = (now: Date): TellEnded => {
  const child = fork(fileURLToPath(new URL('./seed-ended.ts', import.meta.url)))
  const told = new Promise<Told>((done) => {
    child.once('message', (answer: Told) => done(answer))
    child.once('error', (error) => done({ error: error.message }))
    child.once('exit', (code) => done({ error: `The second process ended with ${code}.` }))
  })
  return async ({ weeks }, clinic) => {
    child.send({ clinic, now: now.toISOString(), weeks } satisfies Asked)
    return async () => {
      const answer = await told
      if ('error' in answer) throw new Error(answer.error)
      return answer.written
    }
  }
}

const run = async (): Promise<number> => {
  const now = clock.wall()
  let payload: BasePayload | null = null
  try {
    const patients = volumeAsked()
    say('Opening the database ...')
    const ended = !patients && availableParallelism() > 1 ? startBeside(now) : undefined
    const { default: config } = await import('@payload-config')
    payload = await getPayload({ config })
    const isNew = patients
      ? await seedVolume(payload, { patients, now, say })
      : await seedDemo(payload, { now, say, ...(ended ? { ended } : {}) })
    const seconds = Math.round((clock.wall().getTime() - now.getTime()) / 1000)
    say(
      isNew
        ? `Harbour Therapy is ready (${seconds} s).`
        : 'The demo is there already; nothing was changed.',
    )
    introduce(patients !== null)
    return 0
  } catch (error) {
    explain(error)
    return 1
  } finally {
    await payload?.destroy()
  }
}

process.exit(await run())
