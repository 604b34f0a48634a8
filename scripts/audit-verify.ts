// npm run audit:verify [-- --from 2026-11-01] [-- --json]: walks the access log and its checkpoints and says
// what was changed, removed, inserted or reordered. Ends with 1 when something was. Safe while the server runs.
import { loadEnv } from 'payload/node'
import { asInProduction } from './lib/practiceEnv.mjs'
import { bold, duration, green, main, PlainError, red, say } from './lib/say.mjs'

const progressEvery = 50_000
const shown = 50

const fromDayIn = (args: readonly string[]): string => {
  const index = args.indexOf('--from')
  const day = index >= 0 ? (args[index + 1] ?? '') : ''
  if (index >= 0 && !/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new PlainError('Say the first day: npm run audit:verify -- --from 2026-11-01')
  return day
}

await main(async () => {
  asInProduction()
  loadEnv()
  // Checking must not run the queue as well.
  process.env['RUN_JOBS'] = '0'
  const args = process.argv.slice(2)
  const isJson = args.includes('--json')
  const fromDay = fromDayIn(args)
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { verifyLog } = await import('@/hooks/audit/verify')
  const payload = await getPayload({ config })
  const { totalDocs } = await payload.db.count({ collection: 'audit-events', where: {} })
  const startedAt = performance.now()
  let told = 0
  const onProgress = (events: number): void => {
    if (isJson || events - told < progressEvery) return
    told = events
    const of = fromDay ? '' : ` of ${totalDocs}`
    say(`${events}${of} events, ${duration(performance.now() - startedAt)}`)
  }
  const found = await verifyLog(payload, { fromDay, onProgress })
  await payload.destroy()
  if (isJson) {
    say(JSON.stringify(found, null, 2))
    return found.problemCount ? 1 : 0
  }
  for (const { kind, day, message } of found.problems.slice(0, shown))
    say(`${red(kind)} ${day} ${message}`)
  if (found.problemCount > shown) say(`and ${found.problemCount - shown} more`)
  for (const { kind, day, message } of found.notices.slice(0, shown))
    say(`${bold(kind)} ${day} ${message}`)
  const walked = `${found.events} events in ${found.chains} chains and ${found.checkpoints} checkpoints, ${duration(performance.now() - startedAt)}`
  say(
    found.problemCount
      ? red(`The access log was altered: ${found.problemCount} findings. ${walked}.`)
      : green(`The access log holds${found.upTo ? ` up to ${found.upTo}` : ''}. ${walked}.`),
  )
  return found.problemCount ? 1 : 0
})
process.exit()
