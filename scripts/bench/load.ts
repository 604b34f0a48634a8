import { Agent, get } from 'node:http'

export type Side = { origin: string; cookie: string }

/** The text of the answer to one question; throws unless it is 200. */
export const textOf = ({ origin, cookie }: Side, path: string, agent?: Agent): Promise<string> =>
  new Promise((resolve, reject) => {
    get(`${origin}${path}`, { agent, headers: { cookie } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 300)}`))
      })
      response.on('error', reject)
    }).on('error', reject)
  })

/** The parsed answer to one question. */
export const answerTo = async (side: Side, path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await textOf(side, path))

/** Asks `count` questions over `connections` connections; answers requests per second. */
export const requestsPerSecond = async (
  side: Side,
  { paths, count, connections }: { paths: readonly string[]; count: number; connections: number },
): Promise<number> => {
  // Of its own: while the other side has its turn, a server closes connections that nobody uses.
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) {
      const path = paths[next % paths.length] ?? '/'
      next += 1
      await textOf(side, path, agent)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: connections }, lane))
  const seconds = (performance.now() - startedAt) / 1000
  agent.destroy()
  return count / seconds
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
