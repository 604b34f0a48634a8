import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isInside, OutgoingError, postOutside } from '@/src/lib/http/outgoing'
import { type Receiver, startReceiver } from '@/tests/support/receiver'

let receiver: Receiver

beforeEach(async () => {
  receiver = await startReceiver()
})

afterEach(() => receiver.stop())

const post = (url: string, allowedNetworks = '', timeoutMs = 20_000): Promise<number | string> =>
  postOutside({ url, allowedNetworks, timeoutMs, headers: {}, body: '{}' }).catch((error) => {
    if (error instanceof OutgoingError) return error.problem
    throw error
  })

describe('a call to an address that somebody typed in', () => {
  it.each([
    'http://127.0.0.1/',
    'https://127.0.0.1/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://localhost/',
  ])('never reaches inside: %s', async (url) => {
    expect(await post(url)).toBe('inside-address')
  })

  it('asks where a name leads before it connects, and nobody hears of it', async () => {
    expect(await post(`http://localhost:${receiver.port}/`)).toBe('inside-address')
    expect(await post(receiver.url, '10.0.0.0/8')).toBe('inside-address')
    expect(receiver.received).toEqual([])
  })

  it('reaches a network that was opened, by name and by address', async () => {
    expect(await post(receiver.url, '127.0.0.0/8')).toBe(204)
    expect(await post(`http://localhost:${receiver.port}/`, '127.0.0.0/8 ::1')).toBe(204)
    expect(receiver.received).toHaveLength(2)
  })

  it('goes to a public address by https alone', async () => {
    expect(await post('http://203.0.114.1/')).toBe('not-encrypted')
    expect(await post('http://203.0.114.1/', '10.0.0.0/8')).toBe('not-encrypted')
  })

  it('is known before anything is sent, by the opened networks alone', async () => {
    expect(await isInside('localhost', '127.0.0.0/8 ::1')).toBe(true)
    expect(await isInside('127.0.0.1', '127.0.0.0/8')).toBe(true)
    expect(await isInside('localhost', '10.0.0.0/8')).toBe(false)
    expect(await isInside('203.0.114.1', '10.0.0.0/8')).toBe(false)
    expect(await isInside('127.0.0.1', '')).toBe(false)
  })

  it('does not follow a redirect, least of all inside', async () => {
    const inside = await startReceiver('127.0.0.2')
    receiver.answers((response) => response.writeHead(307, { location: inside.url }).end())
    expect(await post(receiver.url, '127.0.0.1')).toBe('redirect')
    expect(inside.received).toEqual([])
    await inside.stop()
  })

  it('ends when nobody answers in time', async () => {
    receiver.answers(() => undefined)
    expect(await post(receiver.url, '127.0.0.1', 200)).toBe('timeout')
  })

  it('reads no body, however long', async () => {
    let sent = 0
    receiver.answers((response) => {
      response.writeHead(200)
      const more = (): void => {
        if (response.destroyed) return
        sent += 1
        if (response.write(Buffer.alloc(65_536))) setImmediate(more)
        else response.once('drain', more)
      }
      more()
    })
    expect(await post(receiver.url, '127.0.0.1')).toBe(200)
    expect(sent).toBeLessThan(2000)
  })

  it('says what is wrong with an address that leads nowhere', async () => {
    const { url } = receiver
    await receiver.stop()
    expect(await post(url, '127.0.0.1')).toBe('no-connection')
    receiver = await startReceiver()
  })
})
