import { describe, expect, it } from 'vitest'
import { isAllowedAddress, tidyAddresses, unreadableAddresses } from '@/src/lib/allowedAddresses'
import { callerAddress } from '@/src/lib/callerAddress'

describe('R107 allowed addresses', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9', true],
    ['203.0.113.9', '203.0.113.10', false],
    ['203.0.113.9', '203.0.113.0/24', true],
    ['203.0.114.9', '203.0.113.0/24', false],
    ['203.0.113.9', '0.0.0.0/0', true],
    ['::ffff:203.0.113.9', '203.0.113.0/24', true],
    ['2001:db8::5', '2001:db8::/32', true],
    ['2001:db9::5', '2001:db8::/32', false],
    ['2001:0db8:0:0:0:0:0:5', '2001:db8::5', true],
    ['2001:db8::5', '0.0.0.0/0', false],
    ['203.0.113.9', '::/0', false],
    ['203.0.113.9', '198.51.100.1\n203.0.113.0/28', true],
    ['203.0.113.9', '', true],
    ['', '203.0.113.9', false],
    ['not an address', '0.0.0.0/0', false],
    ['', '', true],
  ])('%s in "%s" is %s', (address, list, expected) => {
    expect(isAllowedAddress(address, list)).toBe(expected)
  })

  it('names what it cannot read', () => {
    const wrong = [
      '10.1',
      '203.0.113.256',
      '203.0.113.0/33',
      '2001:db8::/129',
      'example.com',
      '0x7f.1',
    ]
    expect(unreadableAddresses(wrong.join(' '))).toEqual(wrong)
    expect(unreadableAddresses('203.0.113.9, 203.0.113.0/24;2001:db8::1\n2001:db8::/48')).toEqual(
      [],
    )
    expect(tidyAddresses(' a,b\nb ')).toBe('a\nb')
  })
})

describe('the address a request came from', () => {
  const of = (headers: Record<string, string>): string => callerAddress(new Headers(headers))

  it('is what our proxy wrote, never what the sender claims', () => {
    expect(of({ 'x-real-ip': '203.0.113.9', 'x-forwarded-for': '192.0.2.1' })).toBe('203.0.113.9')
    expect(of({ 'x-forwarded-for': '192.0.2.1, 203.0.113.9' })).toBe('203.0.113.9')
    expect(of({ 'x-real-ip': '::ffff:203.0.113.9' })).toBe('203.0.113.9')
    expect(of({ 'x-real-ip': 'nobody' })).toBe('')
    expect(of({})).toBe('')
  })
})
