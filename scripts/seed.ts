// npm run seed [-- --logins <file>]: fills an empty database with the demo clinic Harbour Therapy.
// npm run seed -- --patients 100000: fills an empty database with that many made-up people, for measuring.
// DATABASE_URL, KEY_DIR, UPLOAD_DIR and PAYLOAD_SECRET come from the environment, as for the server.
import 'dotenv/config'
import { writeFileSync } from 'node:fs'
import { getPayload } from 'payload'
import { demoLogins } from '@/src/demo/seed/logins'
import { SeedRefusal, seedDemo } from '@/src/demo/seed/seedDemo'
import { seedVolume } from '@/src/demo/volume/seedVolume'
import { clock } from '@/src/lib/clock'

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
  if (error instanceof SeedRefusal) {
    say(error.message)
    return
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  say(`The seed stopped: ${text.slice(0, longest)}`)
  const { findings } = error as { findings?: { message: string }[] } // a Refusal names what is wrong
  for (const { message } of findings ?? []) say(`  ${message}`)
}

const run = async (): Promise<number> => {
  const startedAt = clock.wall().getTime()
  say('Opening the database ...')
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  try {
    const now = clock.wall()
    const patients = volumeAsked()
    const isNew = patients
      ? await seedVolume(payload, { patients, now, say })
      : await seedDemo(payload, { now, say })
    const seconds = Math.round((clock.wall().getTime() - startedAt) / 1000)
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
    await payload.destroy()
  }
}

process.exit(await run())
