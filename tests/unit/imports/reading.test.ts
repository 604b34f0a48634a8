import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '@/src/domain/csv'
import { readCell } from '@/src/domain/imports/cells'
import { columnsOf } from '@/src/domain/imports/columns'
import { decodeBytes } from '@/src/domain/imports/decodeBytes'
import { importLimits } from '@/src/domain/imports/limits'
import { guessMapping, mappingProblems, readLine } from '@/src/domain/imports/mapping'
import { delimiterOf, readTable } from '@/src/domain/imports/readTable'
import { stateCode } from '@/src/domain/imports/states'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const tableOf = (text: string) => {
  const table = readTable(text)
  if ('problem' in table) throw new Error(table.problem)
  return table
}

describe('the bytes of a file', () => {
  it.each([
    ['utf-8', bytes('Müller')],
    ['utf-8', bytes('\ufeffMüller')],
    ['utf-16le', new Uint8Array(Buffer.from('\ufeffMüller', 'utf16le'))],
    ['utf-16le', new Uint8Array(Buffer.from('Name,Ort\nMüller,Bonn\n', 'utf16le'))],
    ['utf-16be', new Uint8Array(Buffer.from('\ufeffMüller', 'utf16le').swap16())],
    ['windows-1252', Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x80])],
  ])('are read as %s', (encoding, content) => {
    const decoded = decodeBytes(content)
    expect(decoded).toMatchObject({ encoding, text: expect.stringContaining('Müller') })
  })

  it('keep the signs that Windows alone has where it has them', () => {
    const content = Uint8Array.from([0x4f, 0x92, 0x44, 0xe9, 0x20, 0x80, 0x20, 0x8a, 0x9f])
    expect(decodeBytes(content)).toMatchObject({ text: 'O’Dé € ŠŸ' })
  })

  it.each([
    ['The file is empty', bytes('')],
    ['This is a workbook', bytes('PK\u0003\u0004xl/workbook.xml')],
    ['This is a PDF', bytes('%PDF-1.7')],
    ['more than text', Uint8Array.from([1, 0, 0, 0, 200, 7, 7, 9])],
  ])('are refused: %s', (words, content) => {
    expect(decodeBytes(content)).toMatchObject({ problem: expect.stringContaining(words) })
  })
})

describe('the text of a file', () => {
  it.each([
    [',', 'a,b;c\n1,2\n'],
    [';', 'a;b;c\n1;2,5;3\n'],
    ['\t', 'a\tb\n'],
    ['|', 'a|b|c\n'],
    [';', '"a,b,c";d;e\n'],
    [',', 'alone\nx\n'],
  ])('parts its cells by %j', (sign, text) => {
    expect(delimiterOf(text)).toBe(sign)
  })

  it('keeps line ends in quotes, numbers lines as a spreadsheet does, and evens out what is ragged', () => {
    const { headings, rows } = tableOf(
      'Name,Note\n"Poe\nPoe","says ""hi"""\n\n,\nRoe\nToo,many,cells\n',
    )
    expect(headings).toEqual(['Name', 'Note'])
    expect(rows).toEqual([
      { line: 2, cells: ['Poe\nPoe', 'says "hi"'] },
      { line: 5, cells: ['Roe', ''] },
      { line: 6, cells: ['Too', 'many'] },
    ])
  })

  it('takes every cell for text, and what our own lists put before a formula off again', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@'), fc.string(), (sign, rest) => {
        const text = `${sign}${rest}`.trim()
        const { rows } = tableOf(`a,b\r\n${csvLine([text, 'x'])}`)
        expect(rows[0]?.cells[0]?.replaceAll("'", '')).toBe(text.replaceAll("'", ''))
      }),
    )
  })

  it('with too many lines or columns is refused with the limit and the way out', () => {
    const many = `a,b\n${'1,2\n'.repeat(100_000)}`
    expect(readTable(many)).toEqual({
      problem:
        'The file has about 100,002 lines; an import takes 20,000. Split it, for example by first letter, and import the parts one after the other.',
    })
    const wide = `${Array.from({ length: importLimits.columns + 1 }, (_, index) => index).join(',')}\n1\n`
    expect(readTable(wide)).toMatchObject({ problem: expect.stringContaining('101 columns') })
  })
})

describe('columns', () => {
  it('are guessed from what other programs call them, each once', () => {
    const headings = ['Client ID', 'Legal', 'firstName', 'Surname', 'DOB', 'Mobile Phone', 'Phone']
    expect(guessMapping('patients', headings)).toEqual([
      'recordNumber',
      '',
      'firstName',
      'lastName',
      'dateOfBirth',
      '',
      'phone',
    ])
  })

  it('have names that no two columns of a kind share', () => {
    for (const kind of ['patients', 'policies', 'appointments'] as const) {
      const columns = columnsOf(kind)
      const words = columns.flatMap(({ also, label, name }) => [
        ...new Set([name, label, ...also].map((word) => word.toLowerCase())),
      ])
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
    }
  })

  it('that are missing, unknown or filled twice are named', () => {
    expect(mappingProblems('patients', ['firstName', 'firstName', 'wrong'])).toEqual([
      'There is no column "wrong". Choose one of the list.',
      '"First name" is filled by two columns of the file. Leave one out.',
      'No column of the file fills "Last name". Choose which one does.',
      'No column of the file fills "Date of birth". Choose which one does.',
    ])
    expect(mappingProblems('patients', ['', ''])).toEqual([
      expect.stringContaining('Is its first line the names of the columns?'),
    ])
  })

  it('give a line its values, empty cells as none', () => {
    const mapping = ['lastName', 'firstName', 'dateOfBirth', 'mayText', '']
    const { problems, values } = readLine('patients', mapping, ['Poe', '', '4/1/1990', 'x', 'y'])
    expect(values).toMatchObject({
      lastName: 'Poe',
      firstName: null,
      dateOfBirth: '1990-04-01',
      mayText: true,
      email: null,
    })
    expect(problems).toEqual([{ column: 'firstName', message: 'First name is missing.' }])
  })
})

describe('cells', () => {
  const read = (is: string, text: string) => {
    const cell = readCell({ is } as never, text)
    return 'value' in cell ? cell.value : null
  }
  it.each([
    ['day', '1988-4-1', '1988-04-01'],
    ['day', '4/14/1988', '1988-04-14'],
    ['day', '1988-04-14 00:00:00', '1988-04-14'],
    ['day', '2/29/2023', null],
    ['day', '14/4/1988', null],
    ['day', '4/14/88', null],
    ['day', 'April', null],
    ['time', '9:30', '09:30'],
    ['time', '9 am', '09:00'],
    ['time', '12:15 AM', '00:15'],
    ['time', '12 p.m.', '12:00'],
    ['time', '14:00:00', '14:00'],
    ['time', '24:00', null],
    ['time', '13 pm', null],
    ['time', '9', null],
    ['phone', '(503) 555-0142', '(503) 555-0142'],
    ['phone', '+49 30 901820', '+49 30 901820'],
    ['phone', '555-0142', null],
    ['zip', '97201', '97201'],
    ['zip', '97201-1234', '97201-1234'],
    ['zip', '2134', null],
    ['state', 'or', 'OR'],
    ['state', 'New York', 'NY'],
    ['state', 'XX', null],
    ['zone', 'America/Denver', 'America/Denver'],
    ['zone', 'Pacific', null],
    ['yesNo', 'Yes', true],
    ['yesNo', '0', false],
    ['yesNo', 'maybe', null],
    ['money', '$1,020.50', 102_050],
    ['money', '-1', null],
    ['minutes', '50', 50],
    ['minutes', '5', null],
    ['email', 'a@example.test', 'a@example.test'],
    ['email', 'a@b', null],
  ])('%s: "%s" is %j', (is, text, value) => {
    expect(read(is, text)).toBe(value)
  })

  it('say why a ZIP code is too short', () => {
    expect(readCell({ is: 'zip' }, '2134')).toEqual({
      problem:
        '"2134" is no ZIP code of five or nine digits. Spreadsheets drop zeros at the beginning: format the column as text.',
    })
    expect(stateCode('constructor')).toBeNull()
  })
})
