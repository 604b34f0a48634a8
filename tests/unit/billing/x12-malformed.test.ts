import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatX12Cents, x12Cents } from '@/src/domain/billing/x12/amounts'
import { balance835 } from '@/src/domain/billing/x12/balance835'
import {
  allSegments,
  readInterchanges,
  transactionsOfType,
} from '@/src/domain/billing/x12/interchange'
import { read835 } from '@/src/domain/billing/x12/read835'

const envelope = (body: string, isa = '000000001') =>
  `ISA*00*          *00*          *ZZ*A              *ZZ*B              *260120*1530*^*00501*${isa}*0*T*:~` +
  `GS*HP*A*B*20260120*1530*1*X*005010X221A1~${body}GE*1*1~IEA*1*${isa}~`
const small = 'ST*835*0001~BPR*I*10*C*ACH~TRN*1*T1*1~CLP*C1*1*10*10~SE*5*0001~'
const codes = (text: string | Uint8Array) =>
  readInterchanges(text).findings.map((finding) => finding.code)
const claimsOf = (text: string | Uint8Array) =>
  transactionsOfType(readInterchanges(text), '835').flatMap((t) => read835(t).claims)

describe('Reading X12 that is not as it should be', () => {
  it('accepts a byte order mark, leading blanks, line breaks and indentation', () => {
    const messy = `\uFEFF\n  ${envelope(small).replaceAll('~', '~\r\n   ')}`
    expect(codes(messy)).toEqual([])
    expect(claimsOf(messy)).toHaveLength(1)
    expect(codes(new TextEncoder().encode(messy))).toEqual([])
  })

  it('accepts a line feed as terminator', () => {
    expect(codes(envelope(small).replaceAll('~', '\n'))).toEqual([])
  })

  it('reads each interchange with its own delimiters', () => {
    const other = envelope(small, '000000002').replaceAll('*', '|').replaceAll(':', '>')
    const { interchanges, findings } = readInterchanges(`${envelope(small)}\n${other}`)
    expect(findings).toEqual([])
    expect(interchanges.map((interchange) => interchange.delimiters.element)).toEqual(['*', '|'])
    expect(claimsOf(envelope(small) + other)).toHaveLength(2)
  })

  it.each([
    ['SE_COUNT', envelope(small.replace('SE*5', 'SE*6'))],
    ['SE_CONTROL', envelope(small.replace('SE*5*0001', 'SE*5*0002'))],
    ['NO_SE', envelope(small.replace('SE*5*0001~', ''))],
    ['GE_COUNT', envelope(small).replace('GE*1', 'GE*2')],
    ['GE_CONTROL', envelope(small).replace('GE*1*1', 'GE*1*7')],
    ['NO_GE', envelope(small).replace('GE*1*1~', '')],
    ['IEA_COUNT', envelope(small).replace('IEA*1', 'IEA*3')],
    ['IEA_CONTROL', envelope(small).replace('IEA*1*000000001', 'IEA*1*9')],
    ['NO_IEA', envelope(small).replace('IEA*1*000000001~', '')],
    ['NO_TERMINATOR', envelope(small).slice(0, -1)],
    ['NO_ISA', small],
    ['NO_GS', envelope(small).replace(/GS\*.*?~/, '')],
    ['ISA_WIDTH', envelope(small).replace('*A              *', '*A*')],
    ['EMPTY_SEGMENT', envelope(small).replace('TRN', '~TRN')],
    ['STRAY_SEGMENT', envelope(`CLP*X~${small}`)],
    ['LEADING_TEXT', `An example follows. ${envelope(small)}`],
  ])('notes %s and still reads the claim', (code, text) => {
    expect(codes(text)).toContain(code)
    expect(claimsOf(text)).toHaveLength(1)
  })

  it('keeps what is wrong with a transaction on the transaction', () => {
    const cut = envelope(small).slice(0, envelope(small).indexOf('SE*5'))
    const [transaction] = transactionsOfType(readInterchanges(cut), '835')
    expect(transaction?.findings.map((finding) => finding.code)).toEqual(['NO_SE'])
  })

  it.each([
    ['nothing', new Uint8Array(), 'NO_X12'],
    ['prose', 'Dear payer, where is my money?', 'NO_X12'],
    ['a zip archive', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'ARCHIVE'],
    ['a gzip archive', new Uint8Array([0x1f, 0x8b, 8]), 'ARCHIVE'],
  ])('refuses %s in a sentence', (_name, input, code) => {
    const { interchanges, findings } = readInterchanges(input)
    expect(interchanges).toEqual([])
    expect(findings).toMatchObject([{ level: 'error', code }])
  })

  it('falls back to Latin-1', () => {
    const bytes = Buffer.from(envelope(small.replace('*C1*', '*JOS\u00c9*')), 'latin1')
    expect(codes(bytes)).toEqual(['NOT_UTF8'])
    expect(claimsOf(bytes)[0]?.claimNumber).toBe('JOS\u00c9')
  })

  it('never throws, whatever happens to the bytes', () => {
    const source = Buffer.from(envelope(small))
    const edit = fc.record({
      at: fc.nat(source.length - 1),
      bytes: fc.uint8Array({ maxLength: 6 }),
      drop: fc.nat(40),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        let bytes: Uint8Array = source
        for (const { at, bytes: inserted, drop } of edits) {
          const position = Math.min(at, bytes.length)
          bytes = Buffer.concat([
            bytes.subarray(0, position),
            inserted,
            bytes.subarray(position + drop),
          ])
        }
        const file = readInterchanges(bytes)
        for (const interchange of file.interchanges) allSegments(interchange)
        for (const transaction of transactionsOfType(file, '835')) {
          balance835(read835(transaction))
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('Amounts in X12', () => {
  it.each([
    ['175', 17500],
    ['175.5', 17550],
    ['-42.58', -4258],
    ['.5', 50],
    ['0', 0],
    ['-0', 0],
    ['12.500', 1250],
    ['007', 700],
  ])('reads %s', (text, cents) => expect(x12Cents(text)).toBe(cents))

  it.each(['', '-', '.', '1.234', '+5', '1e3', '1,000', '1.2.3', '--1', ' 1', '1234567890123'])(
    'refuses "%s"',
    (text) => expect(x12Cents(text)).toBeNaN(),
  )

  it('reads back what it writes', () => {
    expect(formatX12Cents(17550)).toBe('175.5')
    expect(formatX12Cents(-5)).toBe('-0.05')
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_99, max: 99_999_999_99 }), (cents) => {
        expect(x12Cents(formatX12Cents(cents))).toBe(cents)
      }),
    )
  })

  it('makes an unreadable amount an error of the remittance', () => {
    const [transaction] = transactionsOfType(
      readInterchanges(envelope(small.replace('*10*10~', '*10*ten~'))),
      '835',
    )
    const remittance = transaction && read835(transaction)
    expect(remittance?.findings).toMatchObject([{ level: 'error', code: 'BAD_AMOUNT' }])
    expect(remittance && balance835(remittance).isBalanced).toBe(false)
  })
})
