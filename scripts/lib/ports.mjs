import { createServer } from 'node:net'

const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })

/** The first free port from `wanted` on. */
export const nextFreePort = async (wanted, host) => {
  for (let port = wanted; port < wanted + 200; port += 1) {
    if (await isFree(port, host)) return port
  }
  throw new Error(`No port from ${wanted} to ${wanted + 199} is free.`)
}

/** Any free port on this machine. */
export const anyFreePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Resolves once something accepts connections on the port; false after `timeoutMs`. */
export const waitForPort = async (port, timeoutMs, host = '127.0.0.1') => {
  const { connect } = await import('node:net')
  const end = Date.now() + timeoutMs
  while (Date.now() < end) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect(port, host, () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
