// npm run seed [-- --logins <file>]: fills an empty database with the demo clinic Harbour Therapy.
// DATABASE_URL, KEY_DIR, UPLOAD_DIR and PAYLOAD_SECRET come from the environment, as for the server.
import 'dotenv/config'
import { writeFileSync } from 'node:fs'
import { getPayload } from 'payload'
import { demoLogins } from '@/src/demo/seed/logins'
import { SeedRefusal, seedDemo } from '@/src/demo/seed/seedDemo'
import { clock } from '@/src/lib/clock'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const loginsFile = (): string | null => {
  const at = process.argv.indexOf('--logins')
  return at < 0 ? null : (process.argv[at + 1] ?? null)
}

const introduce = (): void => {
  const logins = demoLogins()
  const file = loginsFile()
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
    const isNew = await seedDemo(payload, { now: clock.wall(), say })
    const seconds = Math.round((clock.wall().getTime() - startedAt) / 1000)
    say(
      isNew
        ? `Harbour Therapy is ready (${seconds} s).`
        : 'The demo is there already; nothing was changed.',
    )
    introduce()
    return 0
  } catch (error) {
    explain(error)
    return 1
  } finally {
    await payload.destroy()
  }
}

process.exit(await run())
