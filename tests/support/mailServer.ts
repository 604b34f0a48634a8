import { type AddressInfo, createServer, type Socket } from 'node:net'

export type MailServer = {
  port: number
  /** Whole messages as they came. */
  messages: string[]
  /** How it behaves from now on: `refuse` says 550 to every address, `hang` never greets. */
  behave: (how: 'accept' | 'refuse' | 'hang') => void
  stop: () => Promise<void>
}

/** A mail server on this machine that speaks as much SMTP as a message needs (RFC 5321). */
export const startMailServer = async (): Promise<MailServer> => {
  let how: 'accept' | 'refuse' | 'hang' = 'accept'
  const messages: string[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    if (how === 'hang') return
    let held = ''
    let message: string[] | null = null
    /** What a line is answered; nothing inside a message. */
    const answerTo = (line: string): string | null => {
      const verb = line.slice(0, 4).toUpperCase()
      if (message && line !== '.') {
        message.push(line)
        return null
      }
      if (message) messages.push(message.join('\n'))
      message = verb === 'DATA' ? [] : null
      if (verb === 'DATA') return '354 Go on'
      if (verb === 'QUIT') return '221 Bye'
      if (verb === 'RCPT' && how === 'refuse') return '550 5.7.1 No relaying from here'
      return '250 mail.example'
    }
    socket.on('data', (part) => {
      held += part.toString('utf8')
      const lines = held.split('\r\n')
      held = lines.pop() ?? ''
      for (const line of lines) {
        const answer = answerTo(line)
        if (answer) socket.write(`${answer}\r\n`)
      }
    })
    socket.write('220 mail.example ready\r\n')
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const { port } = server.address() as AddressInfo // listens on a port
  return {
    port,
    messages,
    behave: (next) => {
      how = next
    },
    stop: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy()
        server.close(() => done())
      }),
  }
}
