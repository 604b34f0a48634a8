import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { headers: IncomingHttpHeaders; body: string }

export type Receiver = {
  url: string
  port: number
  received: Received[]
  /** How it answers from now on. */
  answers: (answer: (response: ServerResponse) => void) => void
  stop: () => Promise<void>
}

/** A program outside that takes messages over HTTP, on an address of this machine. */
export const startReceiver = async (host = '127.0.0.1'): Promise<Receiver> => {
  const received: Received[] = []
  let answer = (response: ServerResponse): void => void response.writeHead(204).end()
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      answer(response)
    })
  })
  await new Promise<void>((done) => {
    server.listen(0, host, done)
  })
  const { port } = server.address() as AddressInfo // listens on a port
  return {
    url: `http://${host}:${port}/hook`,
    port,
    received,
    answers: (next) => {
      answer = next
    },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
